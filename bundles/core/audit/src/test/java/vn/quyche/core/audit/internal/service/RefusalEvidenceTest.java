package vn.quyche.core.audit.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.audit.internal.model.Line;
import vn.quyche.core.audit.internal.store.AuditStore;
import vn.quyche.core.audit.internal.store.RefusalStore;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

class RefusalEvidenceTest {

    private static final Instant FROM = Instant.parse("2026-10-04T17:00:00Z");
    private static final Instant TO = Instant.parse("2026-10-06T17:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 5);

    @OnEachDatabase
    void whatAGuardRefusedProvesThatItWorks(TestDatabase db) {
        RefusalEvidence evidence = evidence(db);

        assertThat(evidence.firstDay()).contains(FIRST);
        assertThat(evidence.counts(FIRST, FIRST.plusDays(1), TO))
                .extracting(EvidenceCount::clause, EvidenceCount::day, EvidenceCount::refused)
                .containsExactly(tuple("BC.6.8", FIRST, 20L), tuple("BC.6.8", FIRST.plusDays(1), 30L));
        assertThat(evidence.lines(query("TA.9", Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
        assertThat(evidence.lines(query("BC.6.8", Optional.of(Evidence.Kind.DONE), Optional.empty(), 10)))
                .isEmpty();
    }

    @OnEachDatabase
    void pagesThroughTheLinesOfAClause(TestDatabase db) {
        RefusalEvidence evidence = evidence(db);
        List<Evidence> seen = new ArrayList<>();
        Optional<EvidenceQuery.Place> before = Optional.empty();
        List<Evidence> page;
        do {
            page = evidence.lines(query("BC.6.8", Optional.empty(), before, 7));
            seen.addAll(page);
            before = page.isEmpty()
                    ? before
                    : Optional.of(new EvidenceQuery.Place(
                            page.get(page.size() - 1).at(),
                            page.get(page.size() - 1).id()));
        } while (!page.isEmpty());

        assertThat(seen).hasSize(50).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(seen).extracting(Evidence::id).doesNotHaveDuplicates();
        assertThat(seen.get(0).text()).isEqualTo("Đã chặn: action.group.issue-directive");
    }

    private static EvidenceQuery query(
            String clause, Optional<Evidence.Kind> kind, Optional<EvidenceQuery.Place> before, int limit) {
        return new EvidenceQuery(clause, FROM, TO, kind, before, limit);
    }

    private static RefusalEvidence evidence(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "audit");
        AuditStore store = new AuditStore(unit.jpa());
        // From 20:40 on in Vietnam: twenty refusals on the first day, more after midnight; every second line was done.
        Instant start = Instant.parse("2026-10-05T13:40:00Z");
        unit.tx().run(() -> {
            for (int i = 0; i < 100; i++) {
                store.append(line(i, start.plusSeconds(300L * i), i % 2 == 0 ? "REFUSED" : "DONE"));
            }
        });
        return new RefusalEvidence(new RefusalStore(unit.jpa()), new KeyMessages());
    }

    private static Line line(int i, Instant at, String outcome) {
        return new Line(
                id(at, i),
                at.toEpochMilli(),
                "a-1",
                "p-1",
                "Ai đó",
                "REST",
                "",
                "",
                "group.issue-directive",
                "group.directive",
                "s-1",
                outcome,
                outcome.equals("DONE") ? "" : "group.too-many-pictures",
                outcome.equals("DONE") ? "" : "BC.6.8",
                "",
                "",
                "");
    }

    /** As the platform makes ids: the time in base 32 in front. */
    private static String id(Instant at, int i) {
        String digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        char[] time = new char[10];
        long ms = at.toEpochMilli();
        for (int place = 9; place >= 0; place--) {
            time[place] = digits.charAt((int) (ms & 31));
            ms >>>= 5;
        }
        return new String(time) + String.format("%016d", i);
    }
}
