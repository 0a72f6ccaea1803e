package vn.quyche.core.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnDemandTest {

    private final AtomicInteger times = new AtomicInteger();

    @Test
    void nothingIsMadeUntilSomebodyAsks() {
        OnDemand<Integer> thing = new OnDemand<>(times::incrementAndGet);
        assertThat(thing.made()).isEmpty();
        assertThat(times).hasValue(0);
        assertThat(thing.get()).isEqualTo(1);
        assertThat(thing.made()).contains(1);
    }

    @Test
    void askedByManyAtOnceItIsMadeOnce() throws Exception {
        OnDemand<Integer> thing = new OnDemand<>(times::incrementAndGet);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> asking = Collections.nCopies(64, thing::get);
            for (Future<Integer> answer : threads.invokeAll(asking)) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatFailedIsTriedAgainByWhoAsksNext() {
        OnDemand<Integer> thing = new OnDemand<>(() -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
            return times.get();
        });
        assertThatThrownBy(thing::get).hasMessage("not now");
        assertThat(thing.made()).isEmpty();
        assertThat(thing.get()).isEqualTo(2);
    }
}
