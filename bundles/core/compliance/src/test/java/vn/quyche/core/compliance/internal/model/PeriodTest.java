package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.quyche.core.compliance.internal.model.Instants.instant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily 07:00-07:30, 13:30-14:00 on school days",
                "daily 22:00-00:00",
                "every 15 days from 2026-09-05 at 09:00",
                "monthly on 25 at 16:00",
                "monthly on last school day at 16:00",
                "yearly on 01-15, 06-30 at 16:00",
                "yearly on 02-29 at 08:00",
                "yearly in 05 at 16:00"
            })
    void aScheduleIsReadFromItsText(String text) {
        assertThat(Schedule.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "daily",
                "daily 08:00-07:00",
                "daily 07:00-08:00, 07:00-09:00",
                "every 0 days from 2026-09-05 at 09:00",
                "every 3 days from 2026-02-30 at 09:00",
                "monthly on 32 at 16:00",
                "monthly on 0 at 16:00",
                "monthly on 1 at 24:00",
                "yearly on 02-30 at 08:00",
                "yearly in 13 at 08:00",
                "Monthly on 1 at 08:00"
            })
    void refusesWhatIsNoSchedule(String text) {
        assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWindowMayEndAtMidnight() {
        assertThat(of(Schedule.parse("daily 22:00-00:00"), "2026-12-31"))
                .extracting(Period::opensAt, Period::dueAt)
                .containsExactly(tuple(instant("2026-12-31T22:00"), instant("2027-01-01T00:00")));
    }

    @Test
    void comesOnTheLastSchoolDayOfTheMonth() {
        Schedule end = Schedule.parse("monthly on last school day at 16:00");
        // 31 January 2027 is a Sunday; in February the school rests from the 20th on.
        LocalDate.of(2027, 2, 20).datesUntil(LocalDate.of(2027, 3, 1)).forEach(calendar::holiday);

        assertThat(of(end, "2027-01-01"))
                .extracting(Period::name, Period::dueAt)
                .containsExactly(tuple("2027-01", instant("2027-01-30T16:00")));
        assertThat(of(end, "2027-02-01")).extracting(Period::dueAt).containsExactly(instant("2027-02-19T16:00"));
        assertThat(of(end, "2027-01-30")).isEmpty();

        LocalDate.of(2027, 7, 1).datesUntil(LocalDate.of(2027, 8, 1)).forEach(calendar::holiday);
        assertThat(of(end, "2027-07-01")).as("closed all month").isEmpty();
    }

    @Test
    void comesTwiceAYearAndOnceInMay() {
        Schedule twice = Schedule.parse("yearly on 01-15, 06-30 at 16:00");
        Schedule may = Schedule.parse("yearly in 05 at 16:00");

        assertThat(of(twice, "2027-01-15")).extracting(Period::name).containsExactly("2027-1");
        assertThat(of(twice, "2027-06-30")).extracting(Period::name).containsExactly("2027-2");
        assertThat(of(may, "2027-05-01"))
                .extracting(Period::name, Period::dueAt)
                .containsExactly(tuple("2027", instant("2027-05-31T16:00")));
        assertThat(of(may, "2027-05-02")).isEmpty();
        assertThat(of(may, "2027-06-01")).isEmpty();
    }

    @Test
    void knowsWhatComesNext() {
        assertThat(next("daily 07:00-07:30 on school days", "2026-09-01T07:30"))
                .as("over the holiday")
                .isEqualTo(instant("2026-09-03T07:30"));
        assertThat(next("daily 07:00-07:30 on school days", "2026-09-01T07:29")).isEqualTo(instant("2026-09-01T07:30"));
        assertThat(next("monthly on last school day at 16:00", "2026-08-31T16:00"))
                .isEqualTo(instant("2026-09-30T16:00"));
        assertThat(next("yearly in 05 at 16:00", "2026-09-01T07:30")).isEqualTo(instant("2027-05-31T16:00"));
        assertThat(next("yearly on 02-29 at 08:00", "2027-03-02T07:30")).isEqualTo(instant("2028-02-29T08:00"));
    }

    private Instant next(String schedule, String now) {
        return Period.next(Schedule.parse(schedule), instant(now), calendar)
                .orElseThrow()
                .dueAt();
    }

    private List<Period> of(Schedule schedule, String day) {
        return Period.of(schedule, LocalDate.parse(day), calendar);
    }
}
