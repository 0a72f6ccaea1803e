package vn.quyche.core.persistence.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Occupancy;
import vn.quyche.core.api.persistence.Leases;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/**
 * Runs the jobs of all bundles, each under its lease and at its pace, whatever the number of nodes: the end of the last
 * run is in the database.
 */
@Component(
        service = {HealthCheck.class, JobRunner.class},
        immediate = true)
public final class JobRunner implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int THREADS = 2;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    /** Looks are cheap, and another node may die in the middle of a run. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Leases leases;
    private final JobRuns runs;
    private final Clock clock;
    private final Map<String, Known> jobs = new ConcurrentHashMap<>();
    private final Map<String, Long> running = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor threads;

    @Activate
    public JobRunner(
            @Reference Leases leases,
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Clock clock) {
        this.leases = leases;
        this.runs = new JobRuns(new Jdbc(source));
        this.clock = clock;
        this.threads = new ScheduledThreadPoolExecutor(THREADS, work -> new Thread(work, "quyche-job"));
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.setRemoveOnCancelPolicy(true);
    }

    @Deactivate
    void stop() {
        threads.shutdown();
    }

    @Reference(service = Job.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addJob(Job job) {
        Known known = new Known(job);
        if (jobs.putIfAbsent(job.name(), known) != null) {
            LOG.error("Two jobs are called {}: {} does not run", job.name(), job.getClass());
            return;
        }
        lookAgain(known, FIRST_LOOK);
    }

    void removeJob(Job job) {
        Known known = jobs.get(job.name());
        if (known == null || known.job != job) {
            return;
        }
        jobs.remove(job.name());
        if (!known.occupancy.close()) {
            LOG.warn("The job {} goes in the middle of a run; it runs again when it is back", job.name());
        }
        // What waits in the queue would keep the bundle's classes for as long.
        known.next.cancel(false);
    }

    @Override
    public String name() {
        return "persistence.jobs";
    }

    @Override
    public Result check() {
        long hung = clock.millis() - LEASE.toMillis();
        for (Map.Entry<String, Long> run : running.entrySet()) {
            if (run.getValue() < hung) {
                return Result.warn("Việc nền " + run.getKey() + " chạy quá " + LEASE.toMinutes()
                        + " phút chưa xong: xem nhật ký, nếu cần thì khởi động lại máy chủ");
            }
        }
        List<JobRuns.LastRun> failing = runs.failing().stream()
                .filter(run -> jobs.containsKey(run.name()))
                .toList();
        if (failing.isEmpty()) {
            return Result.ok(jobs.size() + " việc nền, lần chạy gần nhất đều xong");
        }
        return Result.warn("Việc nền không chạy được: "
                + failing.stream()
                        .map(run -> run.name() + " (" + run.failures() + " lần): " + run.error())
                        .collect(Collectors.joining("; ")));
    }

    /**
     * Runs the job when it is due and no other node runs it.
     *
     * @return how long to wait before looking again
     */
    Duration runIfDue(Job job) {
        Duration wait = runs.untilDue(job.name(), job.every(), clock.millis());
        if (wait.isZero()) {
            leases.with(JobRuns.LEASE + job.name(), LEASE, () -> {
                // Another node may have run it between the look and the lease.
                if (runs.untilDue(job.name(), job.every(), clock.millis()).isZero()) {
                    run(job);
                }
            });
            wait = job.every();
        }
        if (wait.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
    }

    /**
     * A job of a bundle that is here.
     *
     * @param name its name
     * @param every its pause
     * @param runsSince since when it runs on this node; empty when it does not
     */
    record Here(String name, Duration every, Optional<Instant> runsSince) {}

    /** The jobs that are here. */
    List<Here> here() {
        return jobs.values().stream()
                .map(known -> new Here(
                        known.job.name(),
                        known.job.every(),
                        Optional.ofNullable(running.get(known.job.name())).map(Instant::ofEpochMilli)))
                .toList();
    }

    /** Looks after a job as soon as a thread is free; its looks at their time come as before. */
    void runNow(String name) {
        Known known = jobs.get(name);
        if (known != null) {
            threads.execute(() -> {
                if (known.occupancy.enter()) {
                    try {
                        attend(known.job);
                    } finally {
                        known.occupancy.leave();
                    }
                }
            });
        }
    }

    /** How many looks are to come. */
    int waiting() {
        return threads.getQueue().size();
    }

    private void run(Job job) {
        Optional<String> error = Optional.empty();
        running.put(job.name(), clock.millis());
        try {
            job.run();
        } catch (RuntimeException | Error e) {
            LOG.error("The job {} failed; it runs again in {}", job.name(), job.every(), e);
            error = Optional.of(e.toString().replaceAll("[\\s\\p{Cntrl}]+", " "));
        } finally {
            running.remove(job.name());
        }
        runs.ended(job.name(), clock.millis(), error);
    }

    private void look(Known known) {
        if (!known.occupancy.enter()) {
            return;
        }
        Duration wait = LONGEST_PAUSE;
        try {
            wait = attend(known.job);
        } finally {
            lookAgain(known, wait);
            known.occupancy.leave();
        }
    }

    private Duration attend(Job job) {
        try {
            return runIfDue(job);
        } catch (RuntimeException e) {
            LOG.warn("Could not look after the job {}; tried again in {}", job.name(), FIRST_LOOK, e);
            return FIRST_LOOK;
        }
    }

    private void lookAgain(Known known, Duration wait) {
        try {
            known.next = threads.schedule(() -> look(known), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("Stopped: {} runs after the next start", known.job.name());
        }
    }

    /** A job that is here, whether it runs now, and the next look after it. */
    private static final class Known {

        private final Job job;
        private final Occupancy occupancy = new Occupancy();
        private volatile Future<?> next = CompletableFuture.completedFuture(null);

        private Known(Job job) {
            this.job = job;
        }
    }
}
