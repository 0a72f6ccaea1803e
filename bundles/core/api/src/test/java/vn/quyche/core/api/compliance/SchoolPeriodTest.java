package vn.quyche.core.api.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11, 15/01, 2026-11-01, 2026-11-30",
        "2028-02, 15/01, 2028-02-01, 2028-02-29",
        "2026-Q1, 15/01, 2026-01-01, 2026-03-31",
        "2026-Q4, 15/01, 2026-10-01, 2026-12-31",
        "2026-2027, 15/01, 2026-08-01, 2027-07-31",
        "2026-2027-1, 15/01, 2026-08-01, 2027-01-14",
        "2026-2027-2, 15/01, 2027-01-15, 2027-07-31",
        "2026-2027-2, 5/2, 2027-02-05, 2027-07-31",
        "2026-2027-2, 30/02, 2027-01-15, 2027-07-31",
        "2026-2027-2, hôm nào, 2027-01-15, 2027-07-31",
    })
    void readsWhatSchoolsCallTheirPeriods(String name, String secondTerm, LocalDate from, LocalDate to) {
        assertThat(SchoolPeriod.of(name, secondTerm)).contains(new DaySpan(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-13",
                "2026-2028",
                "2026-Q5",
                "2026-Q0",
                "2026-2027-3",
                "0001-01",
                "x",
                "2026-11-01"
            })
    void knowsWhatIsNone(String name) {
        assertThat(SchoolPeriod.of(name, "15/01")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-07-31, 2025-2026", "2026-08-01, 2026-2027", "2027-02-06, 2026-2027"})
    void aSchoolYearBeginsInAugust(LocalDate day, String year) {
        assertThat(SchoolPeriod.year(day)).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-31, 2026-10-01/2026-10-31",
        "2026-10-02, 2026-11-29, ''",
        "2026-09-15, 2026-11-10, 2026-10-01/2026-10-31",
        "2026-12-31, 2027-02-28, 2027-01-01/2027-02-28",
        "2026-10-05, 2026-10-20, ''",
    })
    void findsTheWholeMonths(LocalDate from, LocalDate to, String months) {
        assertThat(new DaySpan(from, to)
                        .wholeMonths()
                        .map(span -> span.from() + "/" + span.to())
                        .orElse(""))
                .isEqualTo(months);
    }

    @Test
    void cutsWhereTheRulesChange() {
        DaySpan days = new DaySpan(day(1), day(20));
        assertThat(days.cutAt(List.of(day(1), day(5), day(20), day(21), LocalDate.of(2020, 1, 1))))
                .containsExactly(
                        new DaySpan(day(1), day(4)), new DaySpan(day(5), day(19)), new DaySpan(day(20), day(20)));
        assertThat(days.cutAt(List.of())).containsExactly(days);
        assertThat(days.before()).isEqualTo(new DaySpan(LocalDate.of(2026, 9, 11), LocalDate.of(2026, 9, 30)));
        assertThat(days.common(new DaySpan(day(21), day(25)))).isEmpty();
        assertThat(days.common(new DaySpan(day(15), LocalDate.MAX))).contains(new DaySpan(day(15), day(20)));
        assertThatThrownBy(() -> new DaySpan(day(2), day(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 10, day);
    }
}
