package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarCalendarTest {

    /** 1968, 1985, 2007 and 2030: Vietnam's year began on another day than China's. */
    @ParameterizedTest
    @CsvSource({
        "1968, 1968-01-29",
        "1975, 1975-02-11",
        "1985, 1985-01-21",
        "2000, 2000-02-05",
        "2007, 2007-02-17",
        "2008, 2008-02-07",
        "2015, 2015-02-19",
        "2019, 2019-02-05",
        "2020, 2020-01-25",
        "2021, 2021-02-12",
        "2022, 2022-02-01",
        "2023, 2023-01-22",
        "2024, 2024-02-10",
        "2025, 2025-01-29",
        "2026, 2026-02-17",
        "2027, 2027-02-06",
        "2028, 2028-01-26",
        "2029, 2029-02-13",
        "2030, 2030-02-02",
        "2033, 2033-01-31",
        "2034, 2034-02-19"
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
