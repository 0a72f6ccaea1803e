package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Holidays.Confirmed;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.api.compliance.Holidays.Kind;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class DefaultHolidaysTest {

    private static final Caller CLERK = TestCaller.person("clerk");
    private static final LocalDate TEACHERS_DAY = LocalDate.of(2026, 11, 20);

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    void theSchoolWorksMondayToSaturdayLessHolidays(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(CLERK, "duty:calendar");

        assertThat(desk.calendar.workingDay(LocalDate.of(2026, 10, 10)))
                .as("Saturday")
                .isTrue();
        assertThat(desk.calendar.workingDay(LocalDate.of(2026, 10, 11)))
                .as("Sunday")
                .isFalse();
        assertThat(desk.calendar.workingDay(LocalDate.of(2027, 1, 1)))
                .as("1 January")
                .isFalse();
        assertThat(desk.calendar.workingDay(LocalDate.of(2027, 2, 8)))
                .as("Tết, not confirmed")
                .isTrue();
        assertThat(desk.calendar.workingDay(TEACHERS_DAY)).isTrue();

        desk.holidays.add(CLERK, TEACHERS_DAY, "Ngày Nhà giáo Việt Nam");
        assertThat(desk.calendar.workingDay(TEACHERS_DAY)).isFalse();
        assertThat(desk.acts.lastDone().action()).isEqualTo("duty.add-holiday");

        desk.holidays.remove(CLERK, TEACHERS_DAY);
        assertThat(desk.calendar.workingDay(TEACHERS_DAY)).isTrue();
        assertThat(desk.acts.lastDone().before())
                .isEqualTo(List.of(new Holiday(TEACHERS_DAY, "Ngày Nhà giáo Việt Nam", Kind.ENTERED)));
    }

    @OnEachDatabase
    void countsWorkingDays(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(CLERK, "duty:calendar");
        desk.holidays.add(CLERK, LocalDate.of(2026, 10, 13), "Nghỉ bù");

        // From Thursday: Friday, Saturday, Monday; Sunday and the holiday do not count.
        assertThat(desk.calendar.afterWorkingDays(VietnamTime.startOf(LocalDate.of(2026, 10, 8)), 3))
                .isEqualTo(VietnamTime.endOf(LocalDate.of(2026, 10, 12)));
        assertThat(desk.calendar.afterWorkingDays(VietnamTime.startOf(LocalDate.of(2026, 10, 8)), 4))
                .isEqualTo(VietnamTime.endOf(LocalDate.of(2026, 10, 14)));
        assertThat(desk.calendar.afterWorkingDays(VietnamTime.startOf(LocalDate.of(2026, 10, 8)), 0))
                .isEqualTo(VietnamTime.endOf(LocalDate.of(2026, 10, 8)));
    }

    @OnEachDatabase
    void aWeekMayBeShorter(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        OfficeCalendar calendar =
                new OfficeCalendar(desk.calendarStore, clock, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

        assertThat(calendar.workingDay(LocalDate.of(2026, 10, 9))).isTrue();
        assertThat(calendar.workingDay(LocalDate.of(2026, 10, 10))).isFalse();
    }

    @OnEachDatabase
    void offersTheHolidaysOfTheMoonUntilTheyAreConfirmed(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(CLERK, "duty:calendar");
        LocalDate newYear = LocalDate.of(2027, 2, 6);

        assertThat(kind(desk, newYear)).contains(Kind.OFFERED);
        assertThat(kind(desk, LocalDate.of(2027, 9, 2))).contains(Kind.PUBLIC);
        desk.holidays.add(CLERK, newYear, "Tết Nguyên đán");
        assertThat(kind(desk, newYear)).contains(Kind.ENTERED);
        assertThat(desk.holidays.list(CLERK, 2027))
                .extracting(Holiday::day)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(desk.calendar.workingDay(newYear)).isFalse();
    }

    @OnEachDatabase
    void refusesWhatMakesNoSense(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        Caller teacher = TestCaller.person("teacher");
        desk.access.grant(CLERK, "duty:calendar");
        desk.holidays.add(CLERK, TEACHERS_DAY, "Ngày Nhà giáo Việt Nam");

        assertThatThrownBy(() -> desk.holidays.add(teacher, TEACHERS_DAY.plusDays(1), "Nghỉ"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.holidays.remove(teacher, TEACHERS_DAY)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.holidays.add(CLERK, TEACHERS_DAY, "Nghỉ")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.holidays.add(CLERK, LocalDate.of(2027, 5, 1), "Nghỉ"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.holidays.add(CLERK, null, "Nghỉ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.holidays.add(CLERK, TEACHERS_DAY.plusDays(1), " "))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.holidays.add(CLERK, LocalDate.MAX, "Nghỉ"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.holidays.list(CLERK, Integer.MAX_VALUE)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.holidays.remove(CLERK, TEACHERS_DAY.plusDays(1)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.holidays.remove(CLERK, null)).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void theOfficeConfirmsTheHolidaysOfAYearAndMayMoveThem(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(CLERK, "duty:calendar");
        // 7 February 2027 is a Sunday: the Wednesday after Tết is free in its place.
        assertThat(offered(desk, 2027))
                .extracting(Holiday::proposal, one -> one.day().toString())
                .containsExactly(
                        tuple("TET-1", "2027-02-05"),
                        tuple("TET-2", "2027-02-06"),
                        tuple("TET-3", "2027-02-07"),
                        tuple("TET-4", "2027-02-08"),
                        tuple("TET-5", "2027-02-09"),
                        tuple("BU-TET-3", "2027-02-10"),
                        tuple("GIO-TO", "2027-04-16"),
                        tuple("QUOC-KHANH-2", "2027-09-01"));

        desk.holidays.confirm(
                CLERK,
                2027,
                List.of(
                        new Confirmed("TET-1", Optional.empty()),
                        new Confirmed("BU-TET-3", Optional.of(LocalDate.of(2027, 2, 11))),
                        new Confirmed("QUOC-KHANH-2", Optional.of(LocalDate.of(2027, 9, 3)))));

        assertThat(desk.calendar.workingDay(LocalDate.of(2027, 2, 5))).isFalse();
        assertThat(desk.calendar.workingDay(LocalDate.of(2027, 2, 10))).isTrue();
        assertThat(desk.calendar.workingDay(LocalDate.of(2027, 2, 11))).isFalse();
        assertThat(desk.calendar.workingDay(LocalDate.of(2027, 9, 1))).isTrue();
        assertThat(desk.calendar.workingDay(LocalDate.of(2027, 9, 3))).isFalse();
        assertThat(offered(desk, 2027))
                .extracting(Holiday::proposal)
                .containsExactly("TET-2", "TET-3", "TET-4", "TET-5", "GIO-TO");
        assertThat(desk.acts.lastDone().action()).isEqualTo("duty.confirm-holidays");

        desk.holidays.remove(CLERK, LocalDate.of(2027, 9, 3));
        assertThat(offered(desk, 2027)).extracting(Holiday::proposal).contains("QUOC-KHANH-2");
    }

    @OnEachDatabase
    void confirmsAllOrNothing(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(CLERK, "duty:calendar");

        assertThatThrownBy(() -> desk.holidays.confirm(
                        CLERK,
                        2027,
                        List.of(
                                new Confirmed("TET-1", Optional.empty()),
                                new Confirmed("TET-2", Optional.of(LocalDate.of(2027, 2, 5))),
                                new Confirmed("TET-3", Optional.of(LocalDate.of(2027, 8, 5))),
                                new Confirmed("TET-4", Optional.of(LocalDate.of(2027, 1, 1))),
                                new Confirmed("TET-9", Optional.empty()))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        error -> assertThat(error.fields())
                                .extracting(FieldError::field, FieldError::code)
                                .contains(
                                        tuple("day-TET-2", "duty.day-twice"),
                                        tuple("day-TET-3", "duty.shifted-too-far"),
                                        tuple("day-TET-4", "duty.holiday-exists"),
                                        tuple("day-TET-9", "duty.not-offered")));
        assertThatThrownBy(() -> desk.holidays.confirm(CLERK, 2027, List.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.holidays.confirm(
                        TestCaller.person("teacher"), 2027, List.of(new Confirmed("TET-1", Optional.empty()))))
                .isInstanceOf(Forbidden.class);
        assertThat(desk.calendarStore.days()).isEmpty();
    }

    @OnEachDatabase
    void aSwappedDayIsMadeUpAndGoesWithItsHoliday(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(CLERK, "duty:calendar");
        LocalDate friday = LocalDate.of(2027, 4, 29);
        LocalDate sunday = LocalDate.of(2027, 5, 9);

        desk.holidays.add(CLERK, friday, "Hoán đổi ngày làm việc", Optional.of(sunday));
        assertThat(desk.calendar.workingDay(friday)).isFalse();
        assertThat(desk.calendar.workingDay(sunday)).isTrue();
        assertThat(kind(desk, sunday)).contains(Kind.MADE_UP);
        assertThatThrownBy(() -> desk.holidays.add(CLERK, friday.plusDays(4), "Nghỉ", Optional.of(friday.plusDays(5))))
                .as("a Tuesday is no day to make up on")
                .isInstanceOf(Invalid.class);

        desk.holidays.remove(CLERK, friday);
        assertThat(desk.calendar.workingDay(friday)).isTrue();
        assertThat(desk.calendar.workingDay(sunday)).isFalse();

        desk.holidays.addWorkingDay(CLERK, sunday, "Dạy bù ngày bão");
        assertThat(desk.calendar.workingDay(sunday)).isTrue();
    }

    @OnEachDatabase
    void aDayEnteredByHandInPlaceOfAnotherIsNotOfferedAgain(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(CLERK, "duty:calendar");
        assertThat(offered(desk, 2027)).extracting(Holiday::proposal).contains("TET-1", "GIO-TO");
        LocalDate elsewhere = LocalDate.of(2027, 2, 15);
        desk.holidays.add(CLERK, elsewhere, "Tết (theo công văn)", Optional.empty(), Optional.of("TET-1"));
        Holiday hungKings = offered(desk, 2027).stream()
                .filter(one -> one.proposal().equals("GIO-TO"))
                .findFirst()
                .orElseThrow();
        desk.holidays.add(
                CLERK, hungKings.day().plusDays(1), hungKings.name().toUpperCase(Locale.ROOT), Optional.empty());

        assertThat(offered(desk, 2027)).extracting(Holiday::proposal).doesNotContain("TET-1", "GIO-TO");
        assertThatThrownBy(() ->
                        desk.holidays.add(CLERK, LocalDate.of(2027, 3, 1), "x", Optional.empty(), Optional.of("TET-1")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        desk.holidays.add(CLERK, LocalDate.of(2027, 6, 1), "x", Optional.empty(), Optional.of("TET-2")))
                .isInstanceOf(Invalid.class);
        desk.holidays.remove(CLERK, elsewhere);
        assertThat(offered(desk, 2027)).extracting(Holiday::proposal).contains("TET-1");
    }

    private static List<Holiday> offered(Desk desk, int year) {
        return desk.holidays.list(CLERK, year).stream()
                .filter(one -> one.kind() == Kind.OFFERED)
                .toList();
    }

    private static Optional<Kind> kind(Desk desk, LocalDate day) {
        return desk.holidays.list(CLERK, day.getYear()).stream()
                .filter(holiday -> holiday.day().equals(day))
                .map(Holiday::kind)
                .findFirst();
    }
}
