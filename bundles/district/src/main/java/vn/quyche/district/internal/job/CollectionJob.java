package vn.quyche.district.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.internal.store.JpaCollectionStore;
import vn.quyche.district.internal.store.JpaSchoolStore;

/**
 * Goes on with the running collection: some schools at once, for less than a minute, then again. A school that hangs holds one
 * of its workers for the time limit and no longer. Starts the collection of each night by itself.
 */
@Component(service = Job.class, configurationPid = CollectConfig.PID)
@Regulated("TB.1")
public final class CollectionJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionJob.class);
    private static final Duration SLICE = Duration.ofSeconds(45);
    private static final int ROUND = 5;

    private final JpaCollectionStore collections;
    private final JpaSchoolStore schools;
    private final CollectionWork work;
    private final ListCollections starting;
    private final Tx tx;
    private final Clock clock;
    private final Optional<LocalTime> nightly;
    private final int atOnce;

    @Activate
    public CollectionJob(
            CollectConfig config,
            @Reference JpaCollectionStore collections,
            @Reference JpaSchoolStore schools,
            @Reference CollectionWork work,
            @Reference ListCollections starting,
            @Reference Tx tx,
            @Reference Clock clock) {
        this(collections, schools, work, starting, tx, clock, time(config.collect_at()), Math.max(1, config.at_once()));
    }

    CollectionJob(
            JpaCollectionStore collections,
            JpaSchoolStore schools,
            CollectionWork work,
            ListCollections starting,
            Tx tx,
            Clock clock,
            Optional<LocalTime> nightly,
            int atOnce) {
        this.collections = collections;
        this.schools = schools;
        this.work = work;
        this.starting = starting;
        this.tx = tx;
        this.clock = clock;
        this.nightly = nightly;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return "district.collect";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        startNightly();
        Optional<CollectionRun> running = collections.running();
        if (running.isPresent()) {
            goOn(running.get());
        }
    }

    private void goOn(CollectionRun run) {
        long until = System.nanoTime() + SLICE.toNanos();
        ExecutorService workers = Executors.newFixedThreadPool(atOnce, task -> new Thread(task, "quyche-collect"));
        try {
            List<JpaCollectionStore.Progress> next;
            do {
                next = collections.next(run.id(), clock.instant(), atOnce * ROUND);
                List<Future<?>> tasks = new ArrayList<>();
                next.forEach(school -> tasks.add(workers.submit(() -> work.collect(run, school))));
                await(tasks);
            } while (!next.isEmpty() && System.nanoTime() < until);
        } finally {
            workers.shutdown();
        }
        tx.run(() -> collections.finish(run.id(), clock.instant()));
    }

    private static void await(List<Future<?>> tasks) {
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException unexpected) {
                throw new IllegalStateException(unexpected.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private void startNightly() {
        if (nightly.isEmpty()) {
            return;
        }
        ZonedDateTime now = VietnamTime.at(clock.instant());
        ZonedDateTime due = now.with(nightly.get());
        Instant last = (due.isAfter(now) ? due.minusDays(1) : due).toInstant();
        boolean started =
                collections.last().stream().anyMatch(run -> !run.startedAt().isBefore(last));
        if (!started
                && collections.running().isEmpty()
                && !schools.toCollect(now.toLocalDate(), Optional.empty()).isEmpty()) {
            starting.start(Caller.system("district.collect"), Optional.empty());
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(text.strip()));
        } catch (DateTimeParseException bad) {
            LOG.error("collect_at is no time: {}; nothing is collected by itself", text);
            return Optional.empty();
        }
    }
}
