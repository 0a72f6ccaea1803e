package vn.quyche.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.DutyRule.Who;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.compliance.internal.model.PackReader;
import vn.quyche.core.compliance.internal.service.DefaultDuties;
import vn.quyche.core.compliance.internal.service.OfficeCalendar;
import vn.quyche.core.compliance.internal.service.PackRegulations;
import vn.quyche.core.compliance.internal.service.RecurringDuties;
import vn.quyche.core.compliance.internal.store.JpaCalendarStore;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;
import vn.quyche.core.compliance.internal.store.JpaRegulationStore;
import vn.quyche.core.compliance.internal.store.JpaRuleStore;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/**
 * A school year of recurring duties with the clock turned: so many people with twenty duties a day, laid by two nodes over one
 * database, which are started anew in the middle. Not one may be missing, and none laid twice.
 *
 * <p>Reminders are not sent: what is measured is the laying, which must be done by the morning.
 */
final class DutyBenchmark implements Benchmark {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 31);
    private static final int WINDOWS = 20;

    @Override
    public void run(Figures figures) throws Exception {
        int people = Bench.setting("PEOPLE", 1_000);
        int days = Bench.setting("DAYS", (int) FIRST.until(LAST.plusDays(1), ChronoUnit.DAYS));
        String only = System.getenv("BENCH_DATABASE");
        if (!"postgres".equals(only)) {
            try (TestDatabase db = TestDatabase.derby()) {
                measure("Derby in memory", db, people, days, figures);
            }
        }
        if (!"derby".equals(only)) {
            try (TestDatabase db = TestDatabase.postgres()) {
                measure("PostgreSQL", db, people, days, figures);
            }
        }
    }

    private static void measure(String database, TestDatabase db, int people, int days, Figures figures)
            throws Exception {
        TestClock clock = TestClock.at(FIRST + "T00:05:00+07:00");
        TestUnit unit = TestUnit.of(db, "compliance");
        SequentialIds ids = new SequentialIds();
        Node one = new Node(unit, clock, ids);
        Node two = new Node(unit, clock, ids);
        DutyRule rule = rule(people);
        Times day = new Times();
        Times again = new Times();
        long began = System.nanoTime();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < days; i++) {
                LocalDate date = FIRST.plusDays(i);
                clock.set(VietnamTime.startOf(date).plusSeconds(300));
                if (i == days / 2) {
                    one = new Node(unit, clock, ids);
                    two = new Node(unit, clock, ids);
                }
                List<Node> both = List.of(one, two);
                day.time(() -> together(nodes, both, rule));
                again.time(() -> together(nodes, both, rule));
                if (i % 20 == 0) {
                    Bench.say(
                            "duties: %s, day %d of %d, %.0f s",
                            database, i + 1, days, (System.nanoTime() - began) / 1e9);
                }
            }
        } finally {
            nodes.shutdown();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        LocalDate end = FIRST.plusDays(days);
        long expected = FIRST.datesUntil(end).filter(one.calendar::workingDay).count() * WINDOWS * people;
        String what = "duties: " + database + ", " + people + " people × " + WINDOWS + " × " + days + " days";
        figures.told(what + ": laid", String.format("%,d", laid(db, end)));
        figures.told(what + ": time", Figures.show(seconds, "s"));
        figures.told(what + ": a second", Figures.show(laid(db, end) / seconds, ""));
        figures.told(what + ": a new day, slowest", Figures.show(day.max() / 1000, "s"));
        figures.told(what + ": a day that stands, median", Figures.show(again.median(), "ms"));
        figures.within(what + ": missing", "", expected - distinct(db, end), 0);
        figures.within(what + ": twice or too many", "", laid(db, end) - expected, 0);
    }

    private static Void together(ExecutorService nodes, List<Node> both, DutyRule rule) throws Exception {
        List<Future<?>> runs = new ArrayList<>();
        both.forEach(node -> runs.add(nodes.submit(() -> node.recurring.lay(rule))));
        for (Future<?> run : runs) {
            run.get();
        }
        return null;
    }

    private static DutyRule rule(int people) {
        Set<String> all = IntStream.range(0, people).mapToObj(Fill::person).collect(Collectors.toSet());
        List<Schedule.Window> windows = IntStream.range(0, WINDOWS)
                .mapToObj(i -> LocalTime.of(7, 0).plusMinutes(30L * i))
                .map(from -> new Schedule.Window(from, from.plusMinutes(20)))
                .toList();
        return new DutyRule(
                "mail.check",
                "mail.check",
                "TA.3",
                "Kiểm tra hộp thư",
                new Who.People(day -> all),
                new Schedule.Daily(windows, true),
                "/mail",
                List.of(),
                List.of());
    }

    private static long laid(TestDatabase db, LocalDate end) throws SQLException {
        return count(db, "select count(*) from q_compliance.duty where due_at < ", end);
    }

    private static long distinct(TestDatabase db, LocalDate end) throws SQLException {
        return count(db, "select count(distinct duty_key) from q_compliance.duty where due_at < ", end);
    }

    private static long count(TestDatabase db, String sql, LocalDate end) throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(sql + VietnamTime.startOf(end).toEpochMilli())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The duty engine of one node. */
    private static final class Node {

        private final OfficeCalendar calendar;
        private final RecurringDuties recurring;

        Node(TestUnit unit, TestClock clock, SequentialIds ids) throws IOException {
            JpaDutyStore store = new JpaDutyStore(unit.jpa());
            PackRegulations regulations = new PackRegulations(
                    List.of(PackReader.read("compliance", pack())), new JpaRegulationStore(unit.jpa()), clock);
            TestAccess access = TestAccess.everything();
            DefaultDuties duties = new DefaultDuties(
                    store, regulations, new TestActs(access, unit.tx()), access, unit.tx(), ids, clock);
            this.calendar = new OfficeCalendar(
                    new JpaCalendarStore(unit.jpa()), clock, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
            this.recurring = new RecurringDuties(
                    store,
                    new JpaRuleStore(unit.jpa()),
                    duties,
                    regulations,
                    calendar,
                    new FakeDirectory(),
                    unit.tx(),
                    clock);
        }

        /** Of its own jar: other bundles on this path have a pack, too. */
        private static byte[] pack() throws IOException {
            URL jar = PackReader.class.getProtectionDomain().getCodeSource().getLocation();
            try (InputStream in = new URL("jar:" + jar + "!/regulation/pack.json").openStream()) {
                return in.readAllBytes();
            }
        }
    }
}
