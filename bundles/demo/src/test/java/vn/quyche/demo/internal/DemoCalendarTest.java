package vn.quyche.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoCalendarTest {

    @Test
    void nothingIsDoneOnASunday() {
        LocalDate saturday = LocalDate.of(2027, 1, 2);
        for (int day = 0; day < 7; day++) {
            assertThat(DemoCalendar.workday(saturday.plusDays(day)).getDayOfWeek())
                    .isNotEqualTo(DayOfWeek.SUNDAY);
        }
        assertThat(DemoCalendar.workday(saturday.plusDays(1))).isEqualTo(saturday);
        assertThat(DemoCalendar.workday(saturday)).isEqualTo(saturday);
    }
}
