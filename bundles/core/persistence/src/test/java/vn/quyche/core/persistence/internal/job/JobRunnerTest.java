package vn.quyche.core.persistence.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.web.HealthCheck.Status;
import vn.quyche.core.persistence.internal.PlatformSchema;
import vn.quyche.core.persistence.internal.id.UlidIds;
import vn.quyche.core.persistence.internal.lease.TableLeases;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class JobRunnerTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClock clock = TestClock.on("2025-09-05");
    private final List<String> ran = new ArrayList<>();

    @OnEachDatabase
    void runsAtItsPaceWhateverTheNumberOfNodes(TestDatabase db) {
        JobRunner one = node(db);
        JobRunner two = node(db);
        Job job = new SampleJob("audit.seal", HOUR, () -> ran.add("seal"));

        one.runIfDue(job);
        assertThat(two.runIfDue(job)).isEqualTo(Duration.ofMinutes(10));
        assertThat(ran).hasSize(1);

        clock.advance(HOUR.minusMinutes(1));
        assertThat(two.runIfDue(job)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ran).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        two.runIfDue(job);
        one.runIfDue(job);
        assertThat(ran).hasSize(2);
    }

    @OnEachDatabase
    void doesNotRunWhatAnotherNodeIsRunning(TestDatabase db) {
        JobRunner one = node(db);
        JobRunner two = node(db);
        Job inner = new SampleJob("audit.seal", HOUR, () -> ran.add("two"));
        Job outer = new SampleJob("audit.seal", HOUR, () -> {
            ran.add("one");
            two.runIfDue(inner);
        });

        one.runIfDue(outer);

        assertThat(ran).containsExactly("one");
    }

    @OnEachDatabase
    void showsAFailureAndRunsAgain(TestDatabase db) {
        JobRunner runner = node(db);
        Job job = new SampleJob("audit.seal", HOUR, () -> {
            ran.add("try");
            if (ran.size() <= 2) {
                throw new IllegalArgumentException("disk\nfull");
            }
        });
        runner.addJob(job);

        runner.runIfDue(job);
        clock.advance(HOUR);
        runner.runIfDue(job);
        assertThat(runner.check().status()).isEqualTo(Status.WARN);
        assertThat(runner.check().detail()).contains("audit.seal (2 lần)").contains("disk full");

        clock.advance(HOUR);
        runner.runIfDue(job);
        assertThat(runner.check().status()).isEqualTo(Status.OK);
    }

    @OnEachDatabase
    void aClockThatWasSetBackDoesNotHoldAJobUpForLonger(TestDatabase db) {
        JobRunner runner = node(db);
        Job job = new SampleJob("audit.seal", Duration.ofMinutes(5), () -> ran.add("seal"));
        runner.runIfDue(job);

        clock.advance(Duration.ofDays(-30));

        assertThat(runner.runIfDue(job)).isEqualTo(Duration.ofMinutes(5));
    }

    @OnEachDatabase
    void startsAJobByItselfAndLetsItEndBeforeItGoes(TestDatabase db) throws InterruptedException {
        JobRunner runner = node(db);
        BlockingQueue<Thread> where = new ArrayBlockingQueue<>(1);
        CountDownLatch released = new CountDownLatch(1);
        Job job = new SampleJob("audit.seal", HOUR, () -> {
            where.add(Thread.currentThread());
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ran.add("seal");
        });

        runner.addJob(job);
        Thread running = where.poll(15, TimeUnit.SECONDS);
        assertThat(running).isNotNull();
        assertThat(running.getName()).isEqualTo("quyche-job");

        Thread removal = new Thread(() -> runner.removeJob(job));
        removal.start();
        while (removal.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        released.countDown();
        removal.join();
        assertThat(ran).containsExactly("seal");
        assertThat(runner.waiting()).as("looks that keep a job that is gone").isZero();
    }

    private JobRunner node(TestDatabase db) {
        DataSource source = PlatformSchema.in(db);
        JobRunner runner = new JobRunner(new TableLeases(db.tx(), source, new UlidIds(clock), clock), source, clock);
        db.onClose(runner::stop);
        return runner;
    }

    private record SampleJob(String name, Duration every, Runnable body) implements Job {

        @Override
        public void run() {
            body.run();
        }
    }
}
