package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.quyche.core.compliance.internal.model.QuietHoursTest.instant;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.testkit.FakeSchoolCalendar;

class PeriodTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private final FakeSchoolCalendar calendar = new FakeSchoolCalendar().holiday(LocalDate.of(2026, 9, 2));

    @Test
    void comesSeveralTimesADay() {
        Schedule twice = new Schedule.Daily(
                List.of(
                        new Schedule.Window(LocalTime.of(7, 30), LocalTime.of(8, 0)),
                        new Schedule.Window(LocalTime.of(13, 0), LocalTime.of(13, 30))),
                true);

        assertThat(of(twice, "2026-09-03"))
                .extracting(Period::name, Period::opensAt, Period::dueAt)
                .containsExactly(
                        tuple("2026-09-03T07:30", instant("2026-09-03T07:30"), instant("2026-09-03T08:00")),
                        tuple("2026-09-03T13:00", instant("2026-09-03T13:00"), instant("2026-09-03T13:30")));
        assertThat(of(twice, "2026-09-02")).as("holiday").isEmpty();
        assertThat(of(twice, "2026-09-06")).as("Sunday").isEmpty();
    }

    @Test
    void comesEverySoManyDays() {
        Schedule fortnightly = new Schedule.EveryDays(15, LocalDate.of(2026, 8, 18), NINE);

        assertThat(of(fortnightly, "2026-08-03")).isEmpty();
        assertThat(of(fortnightly, "2026-08-18")).extracting(Period::name).containsExactly("2026-08-18");
        assertThat(of(fortnightly, "2026-09-01")).isEmpty();
        assertThat(of(fortnightly, "2026-09-02"))
                .as("due on the day after the holiday")
                .extracting(Period::name, Period::dueAt)
                .containsExactly(tuple("2026-09-02", instant("2026-09-03T09:00")));
    }

    @Test
    void comesOnTheLastDayOfShorterMonths() {
        Schedule monthly = new Schedule.Monthly(31, NINE);

        assertThat(of(monthly, "2026-08-31")).extracting(Period::name).containsExactly("2026-08");
        assertThat(of(monthly, "2026-09-30")).extracting(Period::name).containsExactly("2026-09");
        assertThat(of(monthly, "2027-02-28")).extracting(Period::name).containsExactly("2027-02");
        assertThat(of(monthly, "2028-02-28")).isEmpty();
        assertThat(of(monthly, "2028-02-29")).hasSize(1);
    }

    @Test
    void comesOnceAYear() {
        Schedule leapDay = new Schedule.Yearly(MonthDay.of(2, 29), NINE);

        assertThat(of(leapDay, "2028-02-29")).extracting(Period::name).containsExactly("2028");
        assertThat(of(leapDay, "2027-02-28")).hasSize(1);
        assertThat(of(leapDay, "2027-03-01")).isEmpty();
    }

    private List<Period> of(Schedule schedule, String day) {
        return Period.of(schedule, LocalDate.parse(day), calendar);
    }
}
