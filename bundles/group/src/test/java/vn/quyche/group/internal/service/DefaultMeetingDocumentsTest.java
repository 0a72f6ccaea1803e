package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.group.api.DocumentKind;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.MeetingDocuments;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.PaperDelivery;
import vn.quyche.group.api.PaperUse;
import vn.quyche.group.api.Requirement;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

class DefaultMeetingDocumentsTest {

    private static final MeetingDocument MEETING = new MeetingDocument(
            DocumentKind.MEETING,
            "Họp Hội đồng tháng 10",
            LocalDate.of(2026, 10, 9),
            "Phòng họp tầng 2",
            PaperUse.REPLACES);

    @OnEachDatabase
    @Regulated({"BC.5.4", "BC.6.13"})
    void documentsOfAMeetingGoOutInPlaceOfPaperAndReceiptsDeliverThem(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = issue(school, group, MEETING);

        school.directives.read(school.teacher, id);
        assertThat(school.documents
                        .list(school.principal, MeetingDocuments.Query.all(), PageRequest.first())
                        .items())
                .extracting(
                        entry -> entry.directive().content().document(),
                        MeetingDocuments.Entry::recipients,
                        MeetingDocuments.Entry::delivered)
                .containsExactly(tuple(Optional.of(MEETING), 4, 0));

        school.directives.acknowledge(school.teacher, id);
        assertThat(school.documents
                        .list(school.principal, MeetingDocuments.Query.all(), PageRequest.first())
                        .items())
                .extracting(MeetingDocuments.Entry::delivered)
                .containsExactly(1);
        assertThat(school.documents
                        .deliveries(school.principal, id, PageRequest.first())
                        .items())
                .hasSize(4)
                .filteredOn(one -> one.personId().equals(SchoolFixture.TEACHER))
                .containsExactly(new PaperDelivery(
                        SchoolFixture.TEACHER, "Nguyễn Hải Đăng", Optional.of(school.clock.instant()), false));
        assertThat(school.directives.verify(school.principal, group)).isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.5.5")
    void documentsGoToChosenPeopleAloneEachWithADeliveryOfTheirOwn(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective toOne = school.to(document(school, group, MEETING), SchoolFixture.TEACHER);
        String id = school.directives.issueNow(school.principal, toOne, "");

        MeetingDocuments.Query mine =
                new MeetingDocuments.Query(Optional.empty(), Optional.empty(), Optional.empty(), true);
        assertThat(school.documents
                        .list(school.teacher, mine, PageRequest.first())
                        .items())
                .hasSize(1);
        assertThat(school.documents
                        .list(school.otherTeacher, mine, PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(school.documents
                        .deliveries(school.principal, id, PageRequest.first())
                        .items())
                .containsExactly(new PaperDelivery(SchoolFixture.TEACHER, "Nguyễn Hải Đăng", Optional.empty(), false));
        school.directives.acknowledge(school.teacher, id);
        assertThat(school.documents
                        .deliveries(school.principal, id, PageRequest.first())
                        .items())
                .extracting(PaperDelivery::deliveredAt)
                .containsExactly(Optional.of(school.clock.instant()));
        assertThatThrownBy(() -> school.documents.deliveries(school.otherTeacher, id, PageRequest.first()))
                .isInstanceOf(NotFound.class);
        MeetingDocuments.Query all =
                new MeetingDocuments.Query(Optional.empty(), Optional.empty(), Optional.empty(), false);
        assertThat(school.documents
                        .list(school.otherTeacher, all, PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(school.documents.list(school.clerk, all, PageRequest.first()).items())
                .hasSize(1);
    }

    @OnEachDatabase
    @Regulated("BC.5.4")
    void saysWhichMeetingAndWhetherPaperFollows(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        MeetingDocument blank = new MeetingDocument(null, " ", null, "", null);

        assertThatThrownBy(() -> issue(school, group, blank))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("documentKind", "meeting", "heldOn", "place", "paper"));
        assertThatThrownBy(() -> school.directives.issueNow(
                        school.principal,
                        with(school.newDirective(group, "Họp"), MEETING, Requirement.ACKNOWLEDGE),
                        ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("BC.5.4"));
    }

    @OnEachDatabase
    @Regulated("BC.6.13")
    void whatReplacesPaperIsConfirmedAndWhatPrecedesItDeliversNone(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective onlyRead = with(document(school, group, MEETING), MEETING, Requirement.READ);
        assertThatThrownBy(() -> school.directives.issueNow(school.principal, onlyRead, ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("BC.6.13"));

        MeetingDocument before = new MeetingDocument(
                DocumentKind.STUDY, "Học tập chuyên đề", LocalDate.of(2026, 10, 8), "Hội trường", PaperUse.PRECEDES);
        String id = issue(school, group, before);
        school.directives.acknowledge(school.teacher, id);

        assertThat(school.documents
                        .deliveries(school.principal, id, PageRequest.first())
                        .items())
                .allMatch(PaperDelivery::paperOwed)
                .allMatch(one -> one.deliveredAt().isEmpty());
        assertThatThrownBy(() -> school.documents.deliveries(
                        school.principal,
                        school.directives.issueNow(school.principal, school.newDirective(group, "Nộp báo cáo"), ""),
                        PageRequest.first()))
                .isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    @Regulated({"BC.3.3", "BC.5.4"})
    void whatTheDocumentsAreIsPartOfTheSeal(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = issue(school, group, MEETING);
        assertThat(school.directives.verify(school.principal, group)).isEmpty();

        school.unit
                .jpa()
                .tx(em -> em.createNativeQuery(
                                "update q_group.directive_document set paper = 'PRECEDES' where directive_id = ?")
                        .setParameter(1, id)
                        .executeUpdate());

        assertThat(school.directives.verify(school.principal, group)).containsExactly("01/2026/N01");
    }

    @OnEachDatabase
    void aDraftMayChangeWhatItsFilesAre(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        NewDirective plain = school.newDirective(school.schoolGroup(), "Tài liệu họp");
        String id = school.directives.draft(school.principal, plain, "");

        school.directives.revise(school.principal, id, 1, with(plain, MEETING, Requirement.REPLY));
        assertThat(school.directives.get(school.principal, id).content().document())
                .contains(MEETING);
        school.directives.revise(school.principal, id, 2, plain);
        assertThat(school.directives.get(school.principal, id).content().document())
                .isEmpty();
    }

    @OnEachDatabase
    void theRegisterIsFilteredSortedAndPaged(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        issue(school, group, held(8, PaperUse.REPLACES));
        issue(school, group, held(7, PaperUse.PRECEDES));
        issue(school, group, held(9, PaperUse.REPLACES));
        school.directives.draft(school.principal, document(school, group, held(10, PaperUse.REPLACES)), "");

        MeetingDocuments.Query all =
                new MeetingDocuments.Query(Optional.of(group), Optional.of("HOP"), Optional.empty(), false);
        assertThat(Pages.read("held", page -> school.documents.list(school.teacher, all, page)))
                .extracting(DefaultMeetingDocumentsTest::day)
                .containsExactly(7, 8, 9);
        Pages.refusesNonsense("held", page -> school.documents.list(school.teacher, all, page));
        MeetingDocuments.Query replacing =
                new MeetingDocuments.Query(Optional.empty(), Optional.empty(), Optional.of(PaperUse.REPLACES), false);
        assertThat(school.documents
                        .list(school.teacher, replacing, PageRequest.first())
                        .items())
                .extracting(DefaultMeetingDocumentsTest::day)
                .containsExactly(9, 8);
        assertThatThrownBy(() -> school.documents.list(school.teacher, all, new PageRequest(2, Optional.of("nothing"))))
                .isInstanceOf(Invalid.class);
    }

    private static int day(MeetingDocuments.Entry entry) {
        return entry.directive().content().document().orElseThrow().heldOn().getDayOfMonth();
    }

    private static MeetingDocument held(int day, PaperUse paper) {
        return new MeetingDocument(DocumentKind.MEETING, "Họp tổ", LocalDate.of(2026, 10, day), "Phòng 1", paper);
    }

    private static String issue(SchoolFixture school, String group, MeetingDocument document) {
        return school.directives.issueNow(school.principal, document(school, group, document), "");
    }

    private static NewDirective document(SchoolFixture school, String group, MeetingDocument document) {
        String file = school.attachments
                .receive(school.principal, "tai-lieu.pdf", "%PDF-1.7".getBytes())
                .id();
        return with(school.newDirective(group, "Tài liệu họp", file), document, Requirement.ACKNOWLEDGE);
    }

    private static NewDirective with(NewDirective directive, MeetingDocument document, Requirement requirement) {
        return new NewDirective(
                directive.groupId(),
                directive.title(),
                directive.text(),
                requirement,
                directive.deadline(),
                directive.recipients(),
                directive.units(),
                directive.event(),
                directive.attachmentIds(),
                directive.replaces(),
                Optional.ofNullable(document));
    }
}
