package vn.quyche.core.persistence.internal.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.quyche.testkit.TestClock;

class UlidIdsTest {

    private final TestClock clock = TestClock.on("2025-09-05");
    private final UlidIds ids = new UlidIds(clock);

    @Test
    void growsWithinAMillisecondOverTimeAndWhenTheClockGoesBack() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            made.add(ids.next());
        }
        clock.advance(Duration.ofMillis(1));
        made.add(ids.next());
        clock.advance(Duration.ofDays(-400));
        made.add(ids.next());
        clock.advance(Duration.ofSeconds(5));
        made.add(ids.next());

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> id.matches("[0-9A-HJKMNP-TV-Z]{26}"));
    }

    @Test
    void givesManyThreadsDifferentIds() {
        Set<String> made =
                IntStream.range(0, 20_000).parallel().mapToObj(i -> ids.next()).collect(Collectors.toSet());

        assertThat(made).hasSize(20_000);
    }
}
