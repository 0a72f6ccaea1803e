package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.group.internal.duty.GroupEvidence;
import vn.quyche.group.internal.store.JpaGroupEvidenceStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class GroupEvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @OnEachDatabase
    @Regulated({"BC.0.1", "BC.3.3", "TB.3"})
    void whatIsRegisteredAndIssuedProvesTheClausesOfGroups(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        GroupEvidence evidence = new GroupEvidence(new JpaGroupEvidenceStore(school.unit.jpa()));
        assertThat(evidence.firstDay()).isEmpty();
        String group = school.schoolGroup();
        String first = school.directives.issueNow(school.principal, school.newDirective(group, "Nộp báo cáo"), "");
        school.directives.draft(school.principal, school.newDirective(group, "Còn soạn"), "");
        school.clock.advance(Duration.ofDays(1));
        String second = school.directives.issueNow(school.principal, school.newDirective(group, "Họp"), "");

        assertThat(evidence.firstDay()).contains(DAY);
        assertThat(evidence.counts(DAY, DAY, school.clock.instant()))
                .extracting(EvidenceCount::clause, EvidenceCount::kept)
                .containsExactlyInAnyOrder(
                        tuple("BC.0.1", 1L),
                        tuple("TB.3", 1L),
                        tuple("BC.2.2", 1L),
                        tuple("BC.3.3", 1L),
                        tuple("BC.5.1", 1L));
        assertThat(evidence.lines(query("TB.3", Optional.empty(), Optional.empty())))
                .extracting(Evidence::text)
                .containsExactly("Công nhận nhóm Hội đồng sư phạm theo Quyết định 24/QĐ-THHS");
        List<Evidence> lines = evidence.lines(query("BC.3.3", Optional.empty(), Optional.empty()));
        assertThat(lines).extracting(Evidence::link).containsExactly(link(second), link(first));
        assertThat(lines.get(1).text()).isEqualTo("Ban hành chỉ đạo số 01/2026/N01 đến 4 người");
        assertThat(evidence.lines(query(
                        "BC.3.3",
                        Optional.empty(),
                        Optional.of(new EvidenceQuery.Place(
                                lines.get(0).at(), lines.get(0).id())))))
                .extracting(Evidence::link)
                .containsExactly(link(first));
        assertThat(evidence.lines(query("BC.0.1", Optional.empty(), Optional.empty())))
                .hasSize(1);
        assertThat(evidence.lines(query("BC.6.8", Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(evidence.lines(query("BC.0.1", Optional.of(Evidence.Kind.MISSED), Optional.empty())))
                .isEmpty();
    }

    private static String link(String directive) {
        return "/group/directives/" + directive;
    }

    private static EvidenceQuery query(
            String clause, Optional<Evidence.Kind> kind, Optional<EvidenceQuery.Place> before) {
        return new EvidenceQuery(
                clause, VietnamTime.startOf(DAY), VietnamTime.endOf(DAY.plusDays(1)), kind, before, 10);
    }
}
