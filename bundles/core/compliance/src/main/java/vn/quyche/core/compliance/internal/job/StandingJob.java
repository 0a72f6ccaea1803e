package vn.quyche.core.compliance.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.compliance.internal.service.EvidenceSources;
import vn.quyche.core.compliance.internal.service.Standings;
import vn.quyche.core.compliance.internal.store.JpaStandingStore;
import vn.quyche.core.compliance.internal.store.JpaStandingStore.Progress;

/**
 * Counts evidence by day: first the past of each source month by month, then again and again the days that changed. A source
 * that fails holds up no other one; what it counted before stays.
 */
@Component(service = {Job.class, HealthCheck.class})
public final class StandingJob implements Job, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StandingJob.class);

    /** What began before the last look may be committed after it. */
    static final Duration SLACK = Duration.ofMinutes(10);
    /** So that one run stays short; the next one goes on. */
    private static final int MONTHS_A_RUN = 12;

    private final EvidenceSources sources;
    private final JpaStandingStore store;
    private final Tx tx;
    private final Clock clock;
    private volatile String failure = "";

    @Activate
    public StandingJob(
            @Reference EvidenceSources sources,
            @Reference JpaStandingStore store,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.sources = sources;
        this.store = store;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Standings.JOB;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void run() {
        String failed = "";
        for (EvidenceSource source : sources.all()) {
            try {
                sources.ask(source, asked -> {
                    count(asked);
                    return true;
                });
            } catch (RuntimeException e) {
                LOG.error("The evidence of {} could not be counted", source.name(), e);
                failed += " " + source.name();
            }
        }
        failure = failed.strip();
    }

    @Override
    public Result check() {
        return failure.isEmpty()
                ? Result.ok(sources.all().size() + " nguồn minh chứng")
                : Result.warn("Chưa đếm được minh chứng: " + failure + ". Nhật ký máy chủ nói rõ; sẽ thử lại.");
    }

    private void count(EvidenceSource source) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
        Progress progress = Optional.ofNullable(store.progress().get(source.name()))
                .orElseGet(() -> new Progress(source.firstDay().orElse(today), now));
        LocalDate next = progress.nextDay();
        for (int months = 0; months < MONTHS_A_RUN && !next.isAfter(today); months++) {
            LocalDate end = YearMonth.from(next).atEndOfMonth();
            next = count(source, new DaySpan(next, end.isBefore(today) ? end : today), now, progress.countedAt());
        }
        if (!next.isAfter(today)) {
            return;
        }
        LocalDate counted = next;
        changed(source, progress.countedAt().minus(SLACK), now, today)
                .forEach(day -> count(source, new DaySpan(day, day), now, progress.countedAt(), counted));
        tx.run(() -> store.reached(source.name(), new Progress(counted, now)));
    }

    /** @return the next day to count */
    private LocalDate count(EvidenceSource source, DaySpan days, Instant now, Instant countedAt) {
        LocalDate next = days.to().plusDays(1);
        count(source, days, now, countedAt, next);
        return next;
    }

    private void count(EvidenceSource source, DaySpan days, Instant now, Instant countedAt, LocalDate next) {
        List<EvidenceCount> counts = source.counts(days.from(), days.to(), now);
        tx.run(() -> {
            store.replace(source.name(), days, counts);
            store.reached(source.name(), new Progress(next, countedAt));
        });
    }

    private static Set<LocalDate> changed(EvidenceSource source, Instant since, Instant now, LocalDate today) {
        Set<LocalDate> days = new TreeSet<>(source.changedDays(since, now));
        days.add(today);
        days.removeIf(today::isBefore);
        return days;
    }
}
