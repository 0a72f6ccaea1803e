package vn.quyche.core.persistence.internal.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    private static final Instant AUGUST = Instant.parse("2025-08-15T00:00:00Z");

    private final Hand machine = new Hand();

    @Test
    void isTheClockOfTheMachine() {
        SystemClock clock = new SystemClock(machine, Optional.empty());
        assertThat(clock.past()).isFalse();
        assertThat(clock.instant()).isEqualTo(machine.now);
        clock.moveTo(AUGUST);
        assertThat(clock.instant()).isEqualTo(machine.now);
    }

    @Test
    void startsInThePastAndIsOnlyMovedOn() {
        SystemClock clock = new SystemClock(machine, Optional.of(AUGUST));
        Clock vietnam = clock.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(clock.past()).isTrue();
        assertThat(clock.instant()).isEqualTo(AUGUST);
        machine.now = machine.now.plusSeconds(3);
        assertThat(clock.instant()).isEqualTo(AUGUST.plusSeconds(3));
        clock.moveTo(AUGUST.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(AUGUST.plusSeconds(3));
        clock.moveTo(AUGUST.plus(Duration.ofDays(30)));
        assertThat(vietnam.instant()).isEqualTo(AUGUST.plus(Duration.ofDays(30)));
        assertThat(clock.present()).isEqualTo(machine.now);
    }

    @Test
    void neverRunsAheadAndGivesTheTimeBack() {
        SystemClock clock = new SystemClock(machine, Optional.of(AUGUST));
        clock.moveTo(machine.now.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(machine.now);
        assertThat(clock.past()).isFalse();
        assertThat(new SystemClock(machine, Optional.of(machine.now.plusSeconds(1))).instant())
                .isEqualTo(machine.now);
        SystemClock other = new SystemClock(machine, Optional.of(AUGUST));
        other.end();
        assertThat(other.instant()).isEqualTo(machine.now);
    }

    @Test
    void showsThePresentAfterAWhileWhateverBecameOfTheDemoSchool() {
        SystemClock clock = new SystemClock(machine, Optional.of(AUGUST));
        machine.now = machine.now.plus(Duration.ofMinutes(16));
        assertThat(clock.instant()).isEqualTo(machine.now);
        assertThat(clock.past()).isFalse();
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-26T05:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
