package vn.quyche.core.api.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T20:59, 2026-10-05T20:59",
        "2026-10-05T21:00, 2026-10-06T06:00",
        "2026-10-05T23:59, 2026-10-06T06:00",
        "2026-10-06T00:00, 2026-10-06T06:00",
        "2026-10-06T05:59, 2026-10-06T06:00",
        "2026-10-06T06:00, 2026-10-06T06:00"
    })
    void waitsUntilTheMorning(String at, String expected) {
        assertThat(NIGHT.orAfter(instant(at))).isEqualTo(instant(expected));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-05T11:59, 2026-10-05T11:59", "2026-10-05T12:30, 2026-10-05T13:00"})
    void mayLieWithinADay(String at, String expected) {
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(noon.orAfter(instant(at))).isEqualTo(instant(expected));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-05T12:00", "2026-10-05T00:00", "2026-10-05T06:00"})
    void areNoneWhenTheyEndWhereTheyBegin(String at) {
        QuietHours none = new QuietHours(LocalTime.of(6, 0), LocalTime.of(6, 0));
        assertThat(none.orAfter(instant(at))).isEqualTo(instant(at));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-05T20:59, false", "2026-10-05T21:00, true", "2026-10-06T05:59, true", "2026-10-06T06:00, false"
    })
    void knowWhatFallsInThem(String at, boolean inside) {
        assertThat(NIGHT.contain(instant(at))).isEqualTo(inside);
    }

    private static Instant instant(String vietnamTime) {
        return OffsetDateTime.parse(vietnamTime + ":00+07:00").toInstant();
    }
}
