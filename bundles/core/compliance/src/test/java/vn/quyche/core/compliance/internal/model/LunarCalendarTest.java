package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarCalendarTest {

    /** 1985 and 2007: Vietnam's year began on another day than China's. */
    @ParameterizedTest
    @CsvSource({
        "1985, 1985-01-21",
        "2007, 2007-02-17",
        "2020, 2020-01-25",
        "2023, 2023-01-22",
        "2024, 2024-02-10",
        "2025, 2025-01-29",
        "2026, 2026-02-17",
        "2027, 2027-02-06",
        "2030, 2030-02-02"
    })
    void knowsTheNewYear(int year, LocalDate day) {
        assertThat(LunarCalendar.newYear(year)).isEqualTo(day);
    }

    /** 2023 had a second second month, 2025 a second sixth, 2020 a second fourth. */
    @ParameterizedTest
    @CsvSource({
        "2020, 3, 10, 2020-04-02",
        "2023, 3, 10, 2023-04-29",
        "2024, 3, 10, 2024-04-18",
        "2025, 3, 10, 2025-04-07",
        "2026, 3, 10, 2026-04-26",
        "2025, 8, 15, 2025-10-06",
        "2024, 12, 23, 2025-01-22"
    })
    void knowsDaysInYearsWithAndWithoutLeapMonth(int year, int month, int day, LocalDate expected) {
        assertThat(LunarCalendar.dayOf(year, month, day)).isEqualTo(expected);
    }
}
