package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.DutyRule.Who;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.security.Caller;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

/** A school year of people with twenty duties a day, on two nodes; the figure of 10,000 people is that of the benchmark. */
class DutyYearTest {

    private static final Caller CLERK = TestCaller.person("clerk");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 31);
    private static final int PEOPLE = 3;
    private static final int WINDOWS = 20;

    private final TestClock clock = TestClock.at("2026-09-01T00:05:00+07:00");
    private final ExecutorService nodes = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        nodes.shutdownNow();
    }

    @OnEachDatabase
    void twoNodesAtOnceAndARestartInTheMiddleMissNothingAndLayNothingTwice(TestDatabase db) throws Exception {
        Desk one = Desk.of(db, clock);
        one.access.grant(CLERK, "duty:read", "duty:calendar");
        one.holidays.add(CLERK, LocalDate.of(2027, 2, 8), "Tết Nguyên đán");
        Desk two = one.restarted();
        DutyRule rule = rule();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            clock.set(OffsetDateTime.parse(day + "T00:05:00+07:00").toInstant());
            if (day.equals(LocalDate.of(2026, 12, 10))) {
                dieInTheMiddle(one, rule);
                // Nobody starts the server before the third day.
                day = day.plusDays(2);
                clock.set(OffsetDateTime.parse(day + "T06:00:00+07:00").toInstant());
                one = one.restarted();
                two = two.restarted();
            }
            both(one, two, rule);
        }

        Set<String> expected = FIRST.datesUntil(LAST.plusDays(1))
                .filter(one.calendar::workingDay)
                .flatMap(day -> people().stream()
                        .flatMap(person ->
                                windows().stream().map(window -> rule.key(day + "T" + window.from(), person))))
                .collect(Collectors.toSet());
        List<String> laid = keys(one).stream()
                .filter(key -> key.compareTo("mail.check:" + LAST + "U") < 0)
                .toList();
        assertThat(laid).doesNotHaveDuplicates().hasSize(expected.size());
        assertThat(new HashSet<>(laid)).isEqualTo(expected);
    }

    private void both(Desk one, Desk two, DutyRule rule) throws Exception {
        List<Future<?>> runs = new ArrayList<>();
        for (Desk node : List.of(one, two)) {
            runs.add(nodes.submit(() -> node.recurring.lay(rule)));
        }
        for (Future<?> run : runs) {
            run.get();
        }
    }

    /** A node that stops after half of the windows of a day: nothing of that day may stay, or all of it. */
    private void dieInTheMiddle(Desk desk, DutyRule rule) {
        int[] left = {WINDOWS / 2};
        RecurringDuties dying = new RecurringDuties(
                desk.store,
                desk.ruleStore,
                new Half(desk.duties, left),
                desk.regulations,
                desk.calendar,
                desk.directory,
                desk.unit.tx(),
                clock);
        int before = keys(desk).size();
        try {
            dying.lay(rule);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("power cut");
        }
        assertThat(keys(desk)).hasSize(before);
        assertThat(left[0]).as("it had begun").isNegative();
    }

    private static DutyRule rule() {
        return new DutyRule(
                "mail.check",
                "mail.check",
                "TA.3",
                "Kiểm tra hộp thư",
                new Who.People(day -> people()),
                new Schedule.Daily(windows(), true),
                "/mail",
                List.of(),
                List.of());
    }

    private static Set<String> people() {
        return IntStream.range(0, PEOPLE).mapToObj(i -> "p" + i).collect(Collectors.toSet());
    }

    private static List<Schedule.Window> windows() {
        return IntStream.range(0, WINDOWS)
                .mapToObj(i -> new Schedule.Window(
                        LocalTime.of(7, 0).plusMinutes(30L * i),
                        LocalTime.of(7, 0).plusMinutes(30L * i + 20)))
                .toList();
    }

    private static List<String> keys(Desk desk) {
        Duties.Query everything = new Duties.Query(
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        return Page.every(page -> desk.duties.list(CLERK, everything, page))
                .map(Duty::key)
                .toList();
    }
}
