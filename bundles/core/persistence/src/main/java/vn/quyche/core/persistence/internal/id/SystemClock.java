package vn.quyche.core.persistence.internal.id;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.persistence.DemoTime;

/**
 * The clock of the machine, as a service, so that whoever needs the time gets it injected. In a new demo school it starts in
 * the past and is moved on, see {@link DemoTime}; a quarter of an hour after the start at the latest it shows the present,
 * whatever became of the demo school.
 */
@Component(service = {Clock.class, DemoTime.class})
public final class SystemClock extends Clock implements DemoTime {

    private static final Logger LOG = LoggerFactory.getLogger(SystemClock.class);
    private static final String FROM = "quyche.clock.from";
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock machine;
    private final Instant latest;
    private final AtomicReference<Duration> behind;

    @Activate
    public SystemClock(BundleContext context) {
        this(Clock.systemUTC(), start(context.getProperty(FROM)));
    }

    /** For tests. */
    SystemClock(Clock machine, Optional<Instant> start) {
        this.machine = machine;
        Instant now = machine.instant();
        this.latest = now.plus(LONGEST);
        this.behind = new AtomicReference<>(start.filter(now::isAfter)
                .map(from -> Duration.between(from, now))
                .orElse(Duration.ZERO));
    }

    private static Optional<Instant> start(String from) {
        try {
            return Optional.ofNullable(from).filter(text -> !text.isEmpty()).map(Instant::parse);
        } catch (DateTimeException e) {
            LOG.error(
                    "{} in {} is no instant such as 2025-08-15T00:00:00Z: the clock is that of the machine",
                    from,
                    FROM);
            return Optional.empty();
        }
    }

    @Override
    public Instant instant() {
        Instant now = machine.instant();
        Duration by = behind.get();
        if (by.isZero()) {
            return now;
        }
        if (now.isAfter(latest)) {
            end();
            return now;
        }
        return now.minus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    @Override
    public boolean past() {
        return !behind.get().isZero();
    }

    @Override
    public Instant present() {
        return machine.instant();
    }

    @Override
    public void moveTo(Instant instant) {
        Duration left = Duration.between(instant, machine.instant());
        behind.updateAndGet(by -> left.isNegative() ? Duration.ZERO : left.compareTo(by) < 0 ? left : by);
    }

    @Override
    public void end() {
        behind.set(Duration.ZERO);
    }

    /** The same time, told in another zone. */
    private static final class Zoned extends Clock {

        private final Clock time;
        private final ZoneId zone;

        private Zoned(Clock time, ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(time, other);
        }
    }
}
