package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.consultation.Answer;
import vn.quyche.group.api.consultation.AnswerKind;
import vn.quyche.group.api.consultation.Consultation;
import vn.quyche.group.api.consultation.ConsultationState;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.consultation.NewConsultation;
import vn.quyche.group.api.consultation.Results;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestDatabase;

class DefaultConsultationsTest {

    @OnEachDatabase
    @Regulated("MT.12.2")
    void onlyALeaderConsultsTheGroupOthersAreRefusedWithTheClause(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();

        for (var other : List.of(school.vice, school.teacher, school.clerk)) {
            assertThatThrownBy(() -> school.consultations.open(other, choice(school, group), ""))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.clause()).contains("MT.12.2");
                        assertThat(refused.code()).isEqualTo("group.only-leader-consults");
                    });
        }
        assertThat(school.acts.refused())
                .extracting(TestActs.RefusedAct::action)
                .containsOnly("group.open-consultation")
                .hasSize(3);

        String id = school.consultations.open(school.principal, choice(school, group), "k");
        assertThat(school.consultations.open(school.principal, choice(school, group), "k"))
                .isEqualTo(id);
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER))
                .extracting(NewNotice::link)
                .containsExactly("/group/consultations/" + id);
        assertThat(school.notices.sentTo(SchoolFixture.PRINCIPAL)).isEmpty();
        assertThat(school.consultations.groups(school.principal)).hasSize(1);
        assertThat(school.consultations.groups(school.vice)).isEmpty();
    }

    @OnEachDatabase
    @Regulated("MT.12.2")
    void eachMemberAnswersOnceAndMayChangeTheAnswerUntilTheEnd(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.consultations.open(school.principal, choice(school, school.schoolGroup()), "");

        school.consultations.answer(school.teacher, id, 1, "");
        school.consultations.answer(school.otherTeacher, id, 2, "");
        school.consultations.answer(school.teacher, id, 2, "");

        assertThat(school.consultations.mine(school.teacher, id))
                .map(Answer::text)
                .contains("Chiều thứ Sáu");
        Results results = school.consultations.results(school.principal, id);
        assertThat(results.members()).isEqualTo(5);
        assertThat(results.answered()).isEqualTo(2);
        assertThat(results.choices()).extracting(Results.Count::count).containsExactly(0, 2);
        var first = school.consultations.answers(school.principal, id, PageRequest.first(1));
        var second = school.consultations.answers(school.principal, id, new PageRequest(1, first.next()));
        assertThat(first.items())
                .extracting(Answer::name)
                .doesNotContainAnyElementsOf(
                        second.items().stream().map(Answer::name).toList());
        assertThatThrownBy(() -> school.consultations.results(school.teacher, id))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> school.consultations.answers(school.vice, id, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> school.consultations.answer(school.teacher, id, 3, ""))
                .isInstanceOf(Invalid.class);
        assertThat(school.acts.done().toString()).doesNotContain("after=Chiều");

        school.clock.advance(Duration.ofDays(2));
        assertThatThrownBy(() -> school.consultations.answer(school.teacher, id, 1, ""))
                .isInstanceOf(Conflict.class);
        assertThat(school.consultations.get(school.teacher, id).state()).isEqualTo(ConsultationState.CLOSED);
    }

    @OnEachDatabase
    @Regulated("MT.12.2")
    void closesByItselfAndTellsTheLeader(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.consultations.open(school.principal, text(school, school.schoolGroup()), "");
        school.consultations.answer(school.teacher, id, 0, "Nên họp buổi sáng");
        school.windows.run();
        assertThat(school.consultations.get(school.teacher, id).closedAt()).isEmpty();

        school.clock.advance(Duration.ofDays(1).plusSeconds(1));
        school.windows.run();
        school.windows.run();
        school.directory.person("p-late", "Mai Thanh Tùng");

        Consultation closed = school.consultations.get(school.teacher, id);
        assertThat(closed.state()).isEqualTo(ConsultationState.CLOSED);
        assertThat(closed.closedAt()).contains(closed.endsAt());
        assertThat(school.consultations.results(school.principal, id).members()).isEqualTo(5);
        assertThat(school.notices.sentTo(SchoolFixture.PRINCIPAL))
                .extracting(NewNotice::body)
                .containsExactly("Hội đồng sư phạm · đã hết hạn, 1 người trả lời");
        assertThat(school.acts.done())
                .filteredOn(done -> done.action().equals("group.close-consultation"))
                .singleElement()
                .satisfies(done -> assertThat(done.caller().isSystem()).isTrue());
    }

    @OnEachDatabase
    @Regulated("MT.12.2")
    void beginsAtItsTimeAndIsEndedOrTakenBackByALeaderAlone(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        Instant tomorrow = school.clock.instant().plus(Duration.ofHours(20));
        String id = school.consultations.open(school.principal, from(choice(school, group), tomorrow), "");
        assertThat(school.consultations.get(school.teacher, id).state()).isEqualTo(ConsultationState.PLANNED);
        assertThatThrownBy(() -> school.consultations.answer(school.teacher, id, 1, ""))
                .isInstanceOf(Conflict.class);
        school.windows.run();
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER)).isEmpty();

        school.clock.set(tomorrow);
        school.windows.run();
        school.windows.run();
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER)).hasSize(1);
        school.consultations.answer(school.teacher, id, 1, "");
        assertThatThrownBy(() -> school.consultations.close(school.vice, id, "Đủ rồi"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("MT.12.2"));
        assertThatThrownBy(() -> school.consultations.close(school.principal, id, " "))
                .isInstanceOf(Invalid.class);
        assertThat(school.consultations.close(school.principal, id, "Đủ rồi").state())
                .isEqualTo(ConsultationState.CLOSED);
        assertThatThrownBy(() -> school.consultations.close(school.principal, id, "Nữa"))
                .isInstanceOf(Conflict.class);

        Instant later = school.clock.instant().plus(Duration.ofHours(1));
        String other = school.consultations.open(school.principal, from(choice(school, group), later), "");
        assertThat(school.consultations
                        .close(school.principal, other, "Không cần nữa")
                        .state())
                .isEqualTo(ConsultationState.CANCELLED);
    }

    @OnEachDatabase
    void refusesWhatIsNoQuestion(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        Optional<Instant> end = Optional.of(school.deadline());
        NewConsultation blank = new NewConsultation(
                group, " ", "", AnswerKind.CHOICE, List.of("Một", "MOT"), Optional.empty(), Optional.empty());
        NewConsultation past = new NewConsultation(
                group,
                "Khi nào?",
                "",
                AnswerKind.TEXT,
                List.of("Một"),
                Optional.empty(),
                Optional.of(school.clock.instant()));

        assertThat(fields(school, blank)).containsExactlyInAnyOrder("question", "choices", "endsAt");
        assertThat(fields(school, past)).containsExactlyInAnyOrder("choices", "endsAt");
        assertThat(fields(
                        school,
                        new NewConsultation(
                                group, "Khi nào?", "", AnswerKind.CHOICE, List.of("Một"), Optional.empty(), end)))
                .containsExactly("choices");
    }

    @OnEachDatabase
    void isSeenInTheGroupAloneFilteredSortedAndPaged(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String party = school.groups.register(
                school.principal, school.newGroup("Chi ủy", MemberRule.units(SchoolFixture.PARTY)), "");
        String hidden = school.consultations.open(school.principal, text(school, party), "");
        String one = school.consultations.open(school.principal, choice(school, group), "");
        String two = school.consultations.open(school.principal, text(school, group), "");
        school.consultations.close(school.principal, one, "Đủ");

        assertThatThrownBy(() -> school.consultations.get(school.teacher, hidden))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> school.consultations.answer(school.teacher, hidden, 0, "Tôi"))
                .isInstanceOf(NotFound.class);
        assertThat(ids(school, Consultations.Query.all())).containsExactly(two, one);
        assertThat(ids(
                        school,
                        new Consultations.Query(
                                Optional.of(group), Optional.of("HOP BUOI"), Optional.of(ConsultationState.CLOSED))))
                .containsExactly(one);
        for (ConsultationState state : ConsultationState.values()) {
            assertThat(ids(school, new Consultations.Query(Optional.empty(), Optional.empty(), Optional.of(state))))
                    .hasSize(state == ConsultationState.OPEN || state == ConsultationState.CLOSED ? 1 : 0);
        }
    }

    private static List<String> ids(SchoolFixture school, Consultations.Query query) {
        return school.consultations.list(school.teacher, query, PageRequest.first()).items().stream()
                .map(Consultation::id)
                .toList();
    }

    private static List<String> fields(SchoolFixture school, NewConsultation asked) {
        try {
            school.consultations.open(school.principal, asked, "");
            return List.of();
        } catch (Invalid e) {
            return e.fields().stream().map(FieldError::field).distinct().toList();
        }
    }

    private static NewConsultation choice(SchoolFixture school, String group) {
        return new NewConsultation(
                group,
                "Họp buổi nào?",
                "Họp chuyên môn hằng tháng.",
                AnswerKind.CHOICE,
                List.of("Sáng thứ Hai", "Chiều thứ Sáu"),
                Optional.empty(),
                Optional.of(school.clock.instant().plus(Duration.ofDays(1))));
    }

    private static NewConsultation text(SchoolFixture school, String group) {
        return new NewConsultation(
                group,
                "Góp ý về lịch họp",
                "",
                AnswerKind.TEXT,
                List.of(),
                Optional.empty(),
                Optional.of(school.clock.instant().plus(Duration.ofDays(1))));
    }

    private static NewConsultation from(NewConsultation asked, Instant begins) {
        return new NewConsultation(
                asked.groupId(),
                asked.question(),
                asked.text(),
                asked.kind(),
                asked.choices(),
                Optional.of(begins),
                Optional.of(begins.plus(Duration.ofDays(1))));
    }
}
