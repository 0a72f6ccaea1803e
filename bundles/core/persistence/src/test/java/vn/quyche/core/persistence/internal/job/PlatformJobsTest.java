package vn.quyche.core.persistence.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.api.persistence.Jobs.Line;
import vn.quyche.core.api.persistence.Jobs.State;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.persistence.internal.Operator;
import vn.quyche.core.persistence.internal.PlatformSchema;
import vn.quyche.core.persistence.internal.id.UlidIds;
import vn.quyche.core.persistence.internal.lease.TableLeases;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class PlatformJobsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Caller ADMIN = Caller.system("test");

    private final TestClock clock = TestClock.on("2025-09-05");
    private JobRunner runner;
    private Operator operator;

    @OnEachDatabase
    void showsHowEachJobStands(TestDatabase db) {
        Jobs jobs = jobs(db);
        Job good = add("audit.seal", () -> {});
        Job bad = add("notice.digest", () -> {
            throw new IllegalStateException("no mail");
        });
        add("group.ends", () -> {});
        runner.runIfDue(good);
        runner.runIfDue(bad);

        List<Line> lines = list(jobs, Optional.empty(), "name");
        assertThat(lines).extracting(Line::name).containsExactly("audit.seal", "group.ends", "notice.digest");
        assertThat(lines).extracting(Line::state).containsExactly(State.WAITING, State.WAITING, State.FAILING);
        assertThat(lines.get(0).ended()).contains(clock.instant());
        assertThat(lines.get(0).next()).contains(clock.instant().plus(HOUR));
        assertThat(lines.get(1).ended()).isEmpty();
        assertThat(lines.get(1).next()).isEmpty();
        assertThat(lines.get(2).failures()).isEqualTo(1);
        assertThat(lines.get(2).error()).contains("no mail");
        assertThat(list(jobs, Optional.of(State.FAILING), "name"))
                .extracting(Line::name)
                .containsExactly("notice.digest");
    }

    @OnEachDatabase
    void pagesAndSortsThem(TestDatabase db) {
        Jobs jobs = jobs(db);
        Job first = add("c", () -> {});
        add("b", () -> {});
        Job last = add("a", () -> {});
        runner.runIfDue(first);
        clock.advance(Duration.ofMinutes(1));
        runner.runIfDue(last);

        assertThat(list(jobs, Optional.empty(), "-name")).extracting(Line::name).containsExactly("c", "b", "a");
        assertThat(list(jobs, Optional.empty(), "ended")).extracting(Line::name).containsExactly("b", "c", "a");
        assertThat(list(jobs, Optional.empty(), "-ended"))
                .extracting(Line::name)
                .containsExactly("a", "c", "b");
        assertThat(Page.every(page -> jobs.list(ADMIN, Optional.empty(), new PageRequest(1, page.after(), page.sort())))
                        .map(Line::name))
                .containsExactly("a", "b", "c");
        assertThatThrownBy(() -> list(jobs, Optional.empty(), "pace"))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("core.bad-sort"));
        Optional<String> cursor = jobs.list(ADMIN, Optional.empty(), new PageRequest(1, Optional.empty()))
                .next();
        for (PageRequest hostile : List.of(
                new PageRequest(1, Optional.of("d"), Optional.empty()),
                new PageRequest(1, cursor, Optional.of("-name")),
                new PageRequest(1, cursor, Optional.of("ended")))) {
            assertThatThrownBy(() -> jobs.list(ADMIN, Optional.empty(), hostile))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.code()).isEqualTo("core.bad-cursor"));
        }
    }

    @OnEachDatabase
    void runsOneNowAndThenAtItsPaceAgain(TestDatabase db) throws InterruptedException {
        Jobs jobs = jobs(db);
        BlockingQueue<String> ran = new ArrayBlockingQueue<>(9);
        Job job = add("audit.seal", () -> ran.add("seal"));
        runner.runIfDue(job);
        assertThat(ran.poll(15, TimeUnit.SECONDS)).isEqualTo("seal");
        clock.advance(Duration.ofMinutes(20));

        jobs.run(ADMIN, "audit.seal");

        assertThat(ran.poll(15, TimeUnit.SECONDS)).isEqualTo("seal");
        while (list(jobs, Optional.empty(), "name").get(0).ended().isEmpty()) {
            Thread.sleep(5);
        }
        Line line = list(jobs, Optional.empty(), "name").get(0);
        assertThat(line.ended()).contains(clock.instant());
        assertThat(line.next()).contains(clock.instant().plus(HOUR));
        runner.runIfDue(job);
        assertThat(ran).isEmpty();
    }

    @OnEachDatabase
    void runsNoneTwiceAtOnceAndNoneThatIsNotHere(TestDatabase db) throws InterruptedException {
        Jobs jobs = jobs(db);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        List<String> ran = new ArrayList<>();
        Job job = add("audit.seal", () -> {
            inside.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ran.add("seal");
        });
        Thread running = new Thread(() -> runner.runIfDue(job));
        running.start();
        inside.await();

        assertThat(list(jobs, Optional.of(State.RUNNING), "name"))
                .extracting(Line::name)
                .containsExactly("audit.seal");
        assertThatThrownBy(() -> jobs.run(ADMIN, "audit.seal"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("persistence.job-running"));
        released.countDown();
        running.join();
        assertThat(ran).containsExactly("seal");
        assertThatThrownBy(() -> jobs.run(ADMIN, "audit.unseal"))
                .isInstanceOfSatisfying(
                        NotFound.class, e -> assertThat(e.code()).isEqualTo("persistence.no-job"));
    }

    @OnEachDatabase
    void knowsWhatRunsOnAnotherNode(TestDatabase db) {
        Jobs jobs = jobs(db);
        add("audit.seal", () -> {});
        add("notice.digest", () -> {});
        TableLeases other = new TableLeases(db.tx(), PlatformSchema.in(db), new UlidIds(clock), clock);

        other.with("job:audit.seal", Duration.ofMinutes(5), () -> {
            assertThat(list(jobs, Optional.of(State.RUNNING), "name"))
                    .extracting(Line::name, Line::next)
                    .containsExactly(tuple("audit.seal", Optional.empty()));
            assertThatThrownBy(() -> jobs.run(ADMIN, "audit.seal"))
                    .isInstanceOfSatisfying(
                            Conflict.class, e -> assertThat(e.code()).isEqualTo("persistence.job-running"));
            // The other node died: its lease runs out.
            clock.advance(Duration.ofMinutes(6));
            assertThat(list(jobs, Optional.of(State.RUNNING), "name")).isEmpty();
        });

        assertThat(list(jobs, Optional.of(State.RUNNING), "name")).isEmpty();
    }

    @OnEachDatabase
    void isForWhoRunsThePlatform(TestDatabase db) {
        Jobs jobs = jobs(db);
        add("audit.seal", () -> {});
        operator.dismiss();
        assertThatThrownBy(() -> list(jobs, Optional.empty(), "name")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> jobs.run(ADMIN, "audit.seal")).isInstanceOf(Forbidden.class);
    }

    private static List<Line> list(Jobs jobs, Optional<State> state, String sort) {
        return jobs.list(ADMIN, state, PageRequest.first().sorted(sort)).items();
    }

    private Jobs jobs(TestDatabase db) {
        DataSource source = PlatformSchema.in(db);
        runner = new JobRunner(new TableLeases(db.tx(), source, new UlidIds(clock), clock), source, clock);
        db.onClose(runner::stop);
        operator = new Operator(db.tx());
        return new PlatformJobs(runner, operator, operator, db.tx(), source, clock);
    }

    private Job add(String name, Runnable body) {
        Job job = new Job() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return HOUR;
            }

            @Override
            public void run() {
                body.run();
            }
        };
        runner.addJob(job);
        return job;
    }
}
