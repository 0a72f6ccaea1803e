package vn.quyche.core.audit.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class VerifyJobTest {

    @Test
    void runsOnceANight() {
        assertThat(VerifyJob.due(at("2026-09-04T02:10:00+07:00"), at("2026-09-05T02:00:00+07:00")))
                .isTrue();
        assertThat(VerifyJob.due(at("2026-09-05T01:10:00+07:00"), at("2026-09-05T02:00:00+07:00")))
                .isFalse();
    }

    @Test
    void runsByDayOnlyWhenTheServerSleptThroughTheNight() {
        assertThat(VerifyJob.due(at("2026-09-05T02:00:00+07:00"), at("2026-09-05T16:00:00+07:00")))
                .isFalse();
        assertThat(VerifyJob.due(at("2026-09-03T02:00:00+07:00"), at("2026-09-05T16:00:00+07:00")))
                .isTrue();
        assertThat(VerifyJob.due(Instant.EPOCH, at("2026-09-05T16:00:00+07:00")))
                .isTrue();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
