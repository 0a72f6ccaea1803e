package vn.quyche.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import vn.quyche.core.api.VietnamTime;

/** A clock that stands still until the test moves it. */
public final class TestClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock at a time with its offset, for example {@code 2025-09-05T08:00:00+07:00}. */
    public static TestClock at(String offsetDateTime) {
        return new TestClock(
                new AtomicReference<>(OffsetDateTime.parse(offsetDateTime).toInstant()), ZoneOffset.UTC);
    }

    /** A clock at noon of a day in Vietnam, for example {@code 2025-09-05}. */
    public static TestClock on(String day) {
        return new TestClock(new AtomicReference<>(noon(LocalDate.parse(day))), ZoneOffset.UTC);
    }

    /** Moves the clock on. */
    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** Sets the clock. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** Sets the clock to noon of a day in Vietnam. */
    public void set(LocalDate day) {
        now.set(noon(day));
    }

    /** The day that it is in Vietnam. */
    public LocalDate today() {
        return VietnamTime.today(this);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(VietnamTime.ZONE).toInstant();
    }
}
