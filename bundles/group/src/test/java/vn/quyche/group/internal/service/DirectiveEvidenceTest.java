package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.group.api.DocumentKind;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.PaperUse;
import vn.quyche.group.api.consultation.AnswerKind;
import vn.quyche.group.api.consultation.NewConsultation;
import vn.quyche.group.internal.duty.DirectiveEvidence;
import vn.quyche.group.internal.store.JpaConsultationStore;
import vn.quyche.group.internal.store.JpaCustodyStore;
import vn.quyche.group.internal.store.JpaDocumentStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DirectiveEvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @OnEachDatabase
    @Regulated({"BC.5.4", "BC.5.5", "BC.6.13", "MT.12.2", "BC.4.6"})
    void documentsConsultationsAndExportsProveTheirClauses(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        DirectiveEvidence evidence = new DirectiveEvidence(
                new JpaDocumentStore(school.unit.jpa()),
                new JpaConsultationStore(school.unit.jpa()),
                new JpaCustodyStore(school.unit.jpa()));
        assertThat(evidence.firstDay()).isEmpty();
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, document(school, group), "");
        school.directives.draft(school.principal, document(school, group), "");
        school.clock.advance(Duration.ofDays(1));
        school.consultations.open(
                school.principal,
                new NewConsultation(
                        group,
                        "Họp khi nào?",
                        "",
                        AnswerKind.TEXT,
                        List.of(),
                        Optional.empty(),
                        Optional.of(school.clock.instant().plusSeconds(3600))),
                "");
        school.custody.export(school.principal, id, "Lưu hồ sơ");

        assertThat(evidence.firstDay()).contains(DAY);
        assertThat(evidence.counts(DAY, DAY.plusDays(1), school.clock.instant()))
                .extracting(EvidenceCount::clause, EvidenceCount::kept)
                .containsExactlyInAnyOrder(
                        tuple("BC.5.4", 1L),
                        tuple("BC.5.5", 1L),
                        tuple("BC.6.13", 1L),
                        tuple("MT.12.2", 1L),
                        tuple("BC.4.6", 1L));
        assertThat(evidence.lines(query("BC.5.5")))
                .extracting(Evidence::text, Evidence::link)
                .containsExactly(
                        tuple("Gửi tài liệu đến cá nhân kèm chỉ đạo số 01/2026/N01", "/group/directives/" + id));
        assertThat(evidence.lines(query("MT.12.2"))).hasSize(1);
        assertThat(evidence.lines(query("BC.0.1"))).isEmpty();
    }

    private static EvidenceQuery query(String clause) {
        return new EvidenceQuery(
                clause,
                VietnamTime.startOf(DAY),
                VietnamTime.endOf(DAY.plusDays(1)),
                Optional.empty(),
                Optional.empty(),
                10);
    }

    private static NewDirective document(SchoolFixture school, String group) {
        String file = school.attachments
                .receive(school.principal, "tai-lieu.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .id();
        NewDirective plain = school.to(school.newDirective(group, "Tài liệu họp", file), SchoolFixture.TEACHER);
        return new NewDirective(
                plain.groupId(),
                plain.title(),
                plain.text(),
                plain.requirement(),
                plain.deadline(),
                plain.recipients(),
                plain.units(),
                plain.event(),
                plain.attachmentIds(),
                plain.replaces(),
                Optional.of(new MeetingDocument(
                        DocumentKind.MEETING, "Họp", LocalDate.of(2026, 10, 9), "Phòng họp", PaperUse.REPLACES)));
    }
}
