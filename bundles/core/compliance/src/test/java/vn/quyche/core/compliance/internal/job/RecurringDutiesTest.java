package vn.quyche.core.compliance.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.Holidays.Confirmed;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.DutyRule.Who;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.service.Desk;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class RecurringDutiesTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final Caller CLERK = TestCaller.person("clerk");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 31);

    private final TestClock clock = TestClock.at("2026-09-01T00:05:00+07:00");

    @OnEachDatabase
    void overASchoolYearNothingIsMissedAndNothingLaidTwice(TestDatabase db) {
        Desk desk = desk(db);
        DutyRule check = rule("mail.check", Post.RECORDS_CLERK, windows("07:30-08:00", "13:30-14:00"));
        DutyRule review =
                rule("camera.review", Post.HEAD_OF_GUARDS, new Schedule.EveryDays(15, LocalDate.of(2026, 9, 5), NINE));
        DutyRule report = rule("mail.report", Post.RECORDS_CLERK, new Schedule.Monthly(25, NINE));
        DutyRule training = rule("mail.training", Post.RECORDS_CLERK, new Schedule.Yearly(MonthDay.of(11, 20), NINE));
        List<DutyRule> rules = List.of(check, review, report, training);
        desk.holidays.add(CLERK, LocalDate.of(2027, 2, 8), "Tết Nguyên đán");

        Desk node = desk;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (day.equals(LocalDate.of(2026, 12, 10))) {
                // The server stands still for three weeks, over the turn of the year.
                day = LocalDate.of(2027, 1, 2);
                node = desk.restarted();
            }
            clock.set(OffsetDateTime.parse(day + "T00:05:00+07:00").toInstant());
            for (int run = 0; run < 2; run++) {
                rules.forEach(node.recurring::lay);
            }
            node = day.getDayOfWeek().getValue() == 7 ? node.restarted() : node;
        }

        List<Duty> laid = all(desk).stream()
                .filter(duty -> duty.subjectId()
                                .substring(duty.subjectId().indexOf(':') + 1)
                                .compareTo("2027-05-31")
                        <= 0)
                .toList();
        assertThat(laid).extracting(Duty::key).doesNotHaveDuplicates();
        List<LocalDate> days = FIRST.datesUntil(LAST.plusDays(1)).toList();
        Set<String> expectedChecks = days.stream()
                .filter(desk.calendar::workingDay)
                .flatMap(day -> Stream.of(day + "T07:30", day + "T13:30"))
                .map(period -> check.key(period, "clerk"))
                .collect(Collectors.toSet());
        assertThat(keys(laid, "mail.check")).hasSize(expectedChecks.size()).isEqualTo(expectedChecks);
        assertThat(keys(laid, "camera.review"))
                .isEqualTo(days.stream()
                        .filter(day -> LocalDate.of(2026, 9, 5).until(day, ChronoUnit.DAYS) % 15 == 0
                                && !day.isBefore(LocalDate.of(2026, 9, 5)))
                        .map(day -> review.key(day.toString(), "guard"))
                        .collect(Collectors.toSet()));
        assertThat(keys(laid, "mail.report"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04",
                                "2027-05")
                        .map(month -> report.key(month, "clerk"))
                        .toList());
        assertThat(keys(laid, "mail.training")).containsExactly(training.key("2026", "clerk"));
        assertThat(laid).extracting(Duty::state).containsOnly(Duty.State.OPEN);
    }

    @OnEachDatabase
    void aroundMidnightTheEndOfAMonthAndTetEachDayHasItsOwn(TestDatabase db) {
        Desk desk = desk(db);
        // 6 February 2027 is the first day of the year of the moon; the rest lasts from the 5th, a Friday, to the 9th.
        clock.set(OffsetDateTime.parse("2027-01-29T10:00:00+07:00").toInstant());
        desk.holidays.confirm(
                CLERK,
                2027,
                Stream.of("TET-1", "TET-2", "TET-3", "TET-4", "TET-5")
                        .map(proposal -> new Confirmed(proposal, Optional.empty()))
                        .toList());
        DutyRule night = rule("mail.night", Post.RECORDS_CLERK, Schedule.parse("daily 23:30-00:00 on school days"));
        DutyRule sixth = rule("mail.sixth", Post.RECORDS_CLERK, Schedule.parse("monthly on 6 at 16:00"));
        DutyRule end = rule("mail.end", Post.RECORDS_CLERK, Schedule.parse("monthly on last school day at 16:00"));
        lay(desk, night, sixth, end);
        for (LocalDate day = LocalDate.of(2027, 1, 30); day.isBefore(LocalDate.of(2027, 3, 2)); day = day.plusDays(1)) {
            for (String time : List.of("00:00:00", "00:00:01", "23:59:59")) {
                clock.set(OffsetDateTime.parse(day + "T" + time + "+07:00").toInstant());
                lay(desk, night, sixth, end);
            }
        }

        List<LocalDate> nights = LocalDate.of(2027, 1, 29)
                .datesUntil(LocalDate.of(2027, 3, 2))
                .filter(day -> day.getDayOfWeek().getValue() != 7)
                .filter(day -> day.isBefore(LocalDate.of(2027, 2, 5)) || day.isAfter(LocalDate.of(2027, 2, 9)))
                .toList();
        assertThat(keys(all(desk), "mail.night"))
                .containsAll(nights.stream()
                        .map(day -> night.key(day + "T23:30", "clerk"))
                        .toList());
        assertThat(keys(all(desk), "mail.night").stream().filter(key -> key.compareTo("mail.night:2027-03-02") < 0))
                .hasSize(nights.size());
        assertThat(byKey(desk, night.key("2027-02-04T23:30", "clerk")).dueAt())
                .as("midnight is the end of its day")
                .isEqualTo(OffsetDateTime.parse("2027-02-05T00:00:00+07:00").toInstant());
        assertThat(byKey(desk, sixth.key("2027-02", "clerk")).dueAt())
                .as("the first school day after Tết")
                .isEqualTo(OffsetDateTime.parse("2027-02-10T16:00:00+07:00").toInstant());
        assertThat(byKey(desk, end.key("2027-01", "clerk")).dueAt())
                .as("the 31st is a Sunday")
                .isEqualTo(OffsetDateTime.parse("2027-01-30T16:00:00+07:00").toInstant());
        assertThat(byKey(desk, end.key("2027-02", "clerk")).dueAt())
                .as("the 28th is one, too")
                .isEqualTo(OffsetDateTime.parse("2027-02-27T16:00:00+07:00").toInstant());
        assertThat(all(desk)).extracting(Duty::key).doesNotHaveDuplicates();
    }

    @OnEachDatabase
    void nobodyIsLateBeforeThereWasARule(TestDatabase db) {
        Desk desk = desk(db);
        clock.set(OffsetDateTime.parse("2026-09-03T10:00:00+07:00").toInstant());
        desk.recurring.lay(rule("mail.check", Post.RECORDS_CLERK, windows("07:30-08:00", "13:30-14:00")));

        assertThat(all(desk).get(0).key()).isEqualTo("mail.check:2026-09-03T13:30:clerk");
    }

    @OnEachDatabase
    void whatIsAheadFollowsTheCalendarThereAndBack(TestDatabase db) {
        Desk desk = desk(db);
        DutyRule check = rule("mail.check", Post.RECORDS_CLERK, windows("07:30-08:00"));
        DutyRule monthly = rule("mail.report", Post.RECORDS_CLERK, new Schedule.Monthly(4, NINE));
        LocalDate fourth = LocalDate.of(2026, 9, 4);
        lay(desk, check, monthly);

        desk.holidays.add(CLERK, fourth, "Nghỉ bù");
        lay(desk, check, monthly);
        assertThat(byKey(desk, check.key("2026-09-04T07:30", "clerk")).state()).isEqualTo(Duty.State.WITHDRAWN);
        assertThat(byKey(desk, monthly.key("2026-09", "clerk")).dueAt())
                .isEqualTo(OffsetDateTime.parse("2026-09-05T09:00:00+07:00").toInstant());

        desk.holidays.remove(CLERK, fourth);
        lay(desk, check, monthly);
        assertThat(byKey(desk, check.key("2026-09-04T07:30", "clerk")).state()).isEqualTo(Duty.State.OPEN);
        assertThat(byKey(desk, monthly.key("2026-09", "clerk")).dueAt())
                .isEqualTo(OffsetDateTime.parse("2026-09-04T09:00:00+07:00").toInstant());
    }

    @OnEachDatabase
    void whatRunsUntilTheEndOfTheMonthFollowsTheCalendar(TestDatabase db) {
        Desk desk = desk(db);
        DutyRule end = rule("mail.report", Post.RECORDS_CLERK, Schedule.parse("monthly on last school day at 09:00"));
        String key = end.key("2026-09", "clerk");
        clock.set(OffsetDateTime.parse("2026-09-10T08:00:00+07:00").toInstant());
        lay(desk, end);
        assertThat(byKey(desk, key).dueAt())
                .isEqualTo(OffsetDateTime.parse("2026-09-30T09:00:00+07:00").toInstant());

        clock.set(OffsetDateTime.parse("2026-09-29T08:00:00+07:00").toInstant());
        desk.holidays.add(CLERK, LocalDate.of(2026, 9, 30), "Nghỉ bão");
        lay(desk, end);
        assertThat(byKey(desk, key).dueAt())
                .isEqualTo(OffsetDateTime.parse("2026-09-29T09:00:00+07:00").toInstant());
        assertThat(byKey(desk, key).state()).isEqualTo(Duty.State.OPEN);

        clock.set(OffsetDateTime.parse("2026-09-29T10:00:00+07:00").toInstant());
        desk.holidays.remove(CLERK, LocalDate.of(2026, 9, 30));
        lay(desk, end);
        assertThat(byKey(desk, key).dueAt())
                .as("what is late stays late")
                .isEqualTo(OffsetDateTime.parse("2026-09-29T09:00:00+07:00").toInstant());
    }

    @OnEachDatabase
    void twoNodesLayOnce(TestDatabase db) throws Exception {
        Desk desk = desk(db);
        DutyRule check = rule("mail.check", Post.RECORDS_CLERK, windows("07:30-08:00", "13:30-14:00"));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (Desk node : List.of(desk, desk.restarted())) {
                runs.add(nodes.submit(() -> node.recurring.lay(check)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(all(desk)).as("six school days from 1 to 8 September").hasSize(12);
        assertThat(all(desk)).extracting(Duty::key).doesNotHaveDuplicates();
    }

    @OnEachDatabase
    void whatIsAheadFollowsTheHoldersOfThePost(TestDatabase db) {
        Desk desk = desk(db);
        DutyRule check = rule("mail.check", Post.RECORDS_CLERK, windows("07:30-08:00"));
        lay(desk, check);
        desk.directory.left("clerk", LocalDate.of(2026, 9, 3)).person("next", "Phạm Văn Bình", Post.RECORDS_CLERK);
        lay(desk, check);

        assertThat(byKey(desk, check.key("2026-09-03T07:30", "clerk")).state()).isEqualTo(Duty.State.OPEN);
        assertThat(byKey(desk, check.key("2026-09-04T07:30", "clerk")).state()).isEqualTo(Duty.State.WITHDRAWN);
        assertThat(byKey(desk, check.key("2026-09-04T07:30", "next")).state()).isEqualTo(Duty.State.OPEN);
    }

    @OnEachDatabase
    void peopleMayBeNamedByTheBundle(TestDatabase db) {
        Desk desk = desk(db);
        DutyRule rule = new DutyRule(
                "group.watch",
                "group.watch",
                "BC.6.1",
                "Theo dõi nhóm",
                new Who.People(day -> day.getDayOfMonth() % 2 == 0 ? Set.of("lan", "minh") : Set.of()),
                new Schedule.Daily(List.of(new Schedule.Window(NINE, NINE.plusHours(1))), false),
                "/group/groups",
                List.of(),
                Optional.of(Post.PRINCIPAL));
        lay(desk, rule);

        assertThat(all(desk))
                .extracting(Duty::key)
                .contains("group.watch:2026-09-02T09:00:lan", "group.watch:2026-09-06T09:00:minh")
                .doesNotContain("group.watch:2026-09-03T09:00:lan");
    }

    @OnEachDatabase
    void aRuleThatFailsHoldsUpNoOther(TestDatabase db) {
        Desk desk = desk(db);
        DutyRule broken = new DutyRule(
                "mail.broken",
                "mail.broken",
                "TA.3",
                "Hỏng",
                new Who.People(day -> {
                    throw new IllegalStateException("no people");
                }),
                windows("07:30-08:00"),
                "/",
                List.of(),
                Optional.empty());
        RecurJob job = new RecurJob(desk.recurring, desk.dutySources);
        desk.dutySources.add(() -> List.of(broken, rule("mail.check", Post.RECORDS_CLERK, windows("07:30-08:00"))));
        job.run();

        assertThat(job.check().detail()).contains("mail.broken");
        assertThat(all(desk)).extracting(Duty::kind).containsOnly("mail.check");
        assertThat(all(desk)).isNotEmpty();
    }

    private Desk desk(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(CLERK, "duty:calendar", "duty:read");
        desk.directory
                .person("clerk", "Lê Thị Lan", Post.RECORDS_CLERK)
                .person("guard", "Đỗ Văn Hùng", Post.HEAD_OF_GUARDS)
                .person("principal", "Trần Quang Minh", Post.PRINCIPAL);
        return desk;
    }

    private static void lay(Desk desk, DutyRule... rules) {
        for (DutyRule rule : rules) {
            desk.recurring.lay(rule);
        }
    }

    private static DutyRule rule(String id, Post post, Schedule schedule) {
        return new DutyRule(
                id,
                id,
                "TA.3",
                "Việc định kỳ",
                new Who.Holders(post),
                schedule,
                "/mail",
                List.of(Duration.ofMinutes(30)),
                Optional.of(Post.PRINCIPAL));
    }

    private static Schedule windows(String... windows) {
        return new Schedule.Daily(
                Arrays.stream(windows)
                        .map(text -> text.split("-"))
                        .map(times -> new Schedule.Window(LocalTime.parse(times[0]), LocalTime.parse(times[1])))
                        .toList(),
                true);
    }

    private static Set<String> keys(List<Duty> duties, String kind) {
        return duties.stream()
                .filter(duty -> duty.kind().equals(kind))
                .map(Duty::key)
                .collect(Collectors.toSet());
    }

    private static Duty byKey(Desk desk, String key) {
        return all(desk).stream()
                .filter(duty -> duty.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Duty> all(Desk desk) {
        Duties.Query everything = new Duties.Query(
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        List<Duty> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Duty> page = desk.duties.list(CLERK, everything, new PageRequest(500, after));
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }
}
