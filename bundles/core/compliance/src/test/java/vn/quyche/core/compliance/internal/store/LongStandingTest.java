package vn.quyche.core.compliance.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.compliance.internal.model.ClauseCatalogue;
import vn.quyche.core.compliance.internal.model.Tally;
import vn.quyche.testkit.RowsVisited;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** All clauses with three years of evidence on every day: a page reads months and the days left over, never all days. */
class LongStandingTest {

    private static final DaySpan THREE_YEARS = new DaySpan(LocalDate.of(2023, 8, 1), LocalDate.of(2026, 7, 31));
    private static final List<String> CLAUSES =
            List.copyOf(ClauseCatalogue.own().entries().keySet());

    private static TestDatabase db;
    private static JpaStandingStore store;

    @BeforeAll
    static void fill() {
        db = TestDatabase.derby();
        TestUnit unit = TestUnit.of(db, "compliance");
        store = new JpaStandingStore(unit.jpa());
        for (YearMonth month : THREE_YEARS.months()) {
            List<EvidenceCount> counts = new ArrayList<>();
            DaySpan days = DaySpan.of(month);
            days.from().datesUntil(days.to().plusDays(1)).forEach(day -> {
                Instant at = VietnamTime.startOf(day).plusSeconds(3600);
                CLAUSES.forEach(clause -> counts.add(EvidenceCount.kept(clause, day, 1, at)));
            });
            unit.tx().run(() -> store.replace("test.all", days, counts));
        }
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void threeYearsAreReadAsTheirMonths() {
        int months = THREE_YEARS.months().size();
        assertThat(RowsVisited.by(db, () -> {
                    Map<String, Tally> sums = store.sums(THREE_YEARS);
                    assertThat(sums).hasSize(CLAUSES.size());
                    assertThat(sums.get("BC.6.8").kept()).isEqualTo(THREE_YEARS.days());
                }))
                .isLessThanOrEqualTo((long) (months + 1) * CLAUSES.size());
    }

    @Test
    void anyPeriodReadsTheDaysAtItsEndsAndNoOthers() {
        DaySpan odd = new DaySpan(LocalDate.of(2023, 8, 20), LocalDate.of(2026, 7, 3));
        assertThat(store.sums(odd).get("TA.8a").kept()).isEqualTo(odd.days());
        // What was read last: three days.
        assertThat(RowsVisited.by(db, () -> store.sums(odd))).isLessThanOrEqualTo(4L * CLAUSES.size());
        DaySpan head = new DaySpan(LocalDate.of(2023, 8, 20), LocalDate.of(2023, 8, 31));
        assertThat(RowsVisited.by(db, () -> store.sums(head))).isLessThanOrEqualTo(13L * CLAUSES.size());
    }

    @Test
    void aClauseReadsItsOwnMonths() {
        assertThat(RowsVisited.by(
                        db,
                        () -> assertThat(store.byMonth("TA.8a", YearMonth.of(2023, 8), YearMonth.of(2026, 7)))
                                .hasSize(36)))
                .isLessThan(40);
    }

    @Test
    void countingADayAgainReadsItsMonth() {
        LocalDate day = LocalDate.of(2025, 5, 6);
        Instant at = VietnamTime.startOf(day);
        long kept = store.sums(THREE_YEARS).get("TA.9").kept();
        store.replace("test.other", new DaySpan(day, day), List.of(EvidenceCount.violations("TA.9", day, 2, at)));
        assertThat(store.sums(THREE_YEARS).get("TA.9").violations()).isEqualTo(2);
        assertThat(store.sums(THREE_YEARS).get("TA.9").kept()).isEqualTo(kept);
        store.replace("test.other", new DaySpan(day, day), List.of());
        assertThat(store.sums(THREE_YEARS).get("TA.9").violations()).isZero();
    }
}
