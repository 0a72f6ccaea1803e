package vn.quyche.core.audit.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UlidTimeTest {

    @Test
    void agreesWithTheSpecification() {
        // The example of the ULID specification: 1469918176385 is 01ARYZ6S41.
        assertThat(UlidTime.lowest(Instant.ofEpochMilli(1469918176385L))).isEqualTo("01ARYZ6S410000000000000000");
    }

    @Test
    void bearsTimesOutsideOfAnyCalendar() {
        assertThat(UlidTime.lowest(Instant.MIN)).isEqualTo("0".repeat(26));
        assertThat(UlidTime.lowest(Instant.MAX)).startsWith("7ZZZZZZZZZ");
    }
}
