package vn.quyche.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OccupancyTest {

    @Test
    void waitsForThoseInsideAndLetsNobodyIn() throws Exception {
        Occupancy occupancy = new Occupancy();
        assertThat(occupancy.enter()).isTrue();
        CountDownLatch closing = new CountDownLatch(1);
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> {
            closing.countDown();
            return occupancy.close();
        });
        closing.await();
        // The newcomer who is refused tells that the door is closing; who got in before leaves again.
        while (occupancy.enter()) {
            occupancy.leave();
            Thread.onSpinWait();
        }
        assertThat(closed).isNotDone();
        occupancy.leave();
        assertThat(closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void goesOnWithoutWhoNeverLeaves() {
        Occupancy occupancy = new Occupancy(Duration.ofMillis(20));
        assertThat(occupancy.enter()).isTrue();
        assertThat(occupancy.close()).isFalse();
        assertThat(occupancy.enter()).isFalse();
    }

    private static final long PATIENCE_SECONDS = 4;
}
