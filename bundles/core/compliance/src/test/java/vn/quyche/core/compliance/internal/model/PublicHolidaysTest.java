package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.api.compliance.Holidays.Kind;

class PublicHolidaysTest {

    private static final Predicate<LocalDate> WEEKEND =
            day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    private static final Predicate<LocalDate> SUNDAY = day -> day.getDayOfWeek() == DayOfWeek.SUNDAY;

    /** As the State announced them for offices that rest on Saturday and Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2021, 2021-09-03",
        "2022, 2022-09-01",
        "2023, 2023-09-01",
        "2024, 2024-09-03",
        "2025, 2025-09-01",
        "2026, 2026-09-01"
    })
    void theDayBesideTheNationalDayMakesTheLongerRest(int year, LocalDate day) {
        assertThat(day(PublicHolidays.offered(year, WEEKEND, List.of()), "QUOC-KHANH-2"))
                .isEqualTo(day);
    }

    @Test
    void aHolidayOnADayOfRestIsMadeGoodOnTheNextWorkingDay() {
        // 2023: 1 January a Sunday, 30 April a Sunday with 1 May behind it and 29 April the tenth of the third month, a
        // Saturday.
        List<Holiday> offered = PublicHolidays.offered(2023, WEEKEND, List.of());

        assertThat(day(offered, "BU-01-01")).isEqualTo(LocalDate.of(2023, 1, 2));
        assertThat(List.of(day(offered, "BU-04-30"), day(offered, "BU-GIO-TO")))
                .containsExactlyInAnyOrder(LocalDate.of(2023, 5, 2), LocalDate.of(2023, 5, 3));
        assertThat(day(offered, "BU-09-02")).isEqualTo(LocalDate.of(2023, 9, 4));
        assertThat(List.of(day(offered, "BU-TET-1"), day(offered, "BU-TET-2")))
                .containsExactlyInAnyOrder(LocalDate.of(2023, 1, 26), LocalDate.of(2023, 1, 27));
    }

    @Test
    void aSchoolThatWorksOnSaturdaysGetsNothingForThem() {
        assertThat(PublicHolidays.offered(2023, SUNDAY, List.of()))
                .extracting(Holiday::proposal)
                .contains("BU-04-30")
                .doesNotContain("BU-GIO-TO", "BU-09-02", "BU-TET-1");
    }

    @Test
    void whatWasEnteredIsNotOfferedAgain() {
        LocalDate day = LocalDate.of(2027, 2, 5);

        assertThat(PublicHolidays.offered(2027, WEEKEND, List.of(new Holiday(day, "Tết", Kind.ENTERED))))
                .extracting(Holiday::proposal)
                .doesNotContain("TET-1")
                .contains("TET-2");
        assertThat(PublicHolidays.offered(
                        2027, WEEKEND, List.of(new Holiday(day.minusDays(1), "Tết", Kind.ENTERED, "TET-2"))))
                .extracting(Holiday::proposal)
                .doesNotContain("TET-2", "BU-TET-2")
                .contains("TET-1");
    }

    @Test
    void isReadyForEveryYear() {
        for (int year = 1990; year < 2200; year++) {
            List<Holiday> offered = PublicHolidays.offered(year, WEEKEND, List.of());
            assertThat(offered).extracting(Holiday::day).doesNotHaveDuplicates();
            assertThat(offered).hasSizeBetween(7, 16);
            int wanted = year;
            assertThat(offered).allMatch(one -> one.day().getYear() == wanted);
        }
    }

    private static LocalDate day(List<Holiday> offered, String proposal) {
        return offered.stream()
                .filter(one -> one.proposal().equals(proposal))
                .findFirst()
                .orElseThrow()
                .day();
    }
}
