package vn.quyche.core.persistence.internal.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.quyche.core.persistence.internal.PlatformSchema;
import vn.quyche.core.persistence.internal.id.UlidIds;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class TableLeasesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = TestClock.on("2025-09-05");
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @OnEachDatabase
    void runsWhileNobodyElseDoes(TestDatabase db) {
        TableLeases one = node(db);
        TableLeases two = node(db);

        boolean outer = one.with("seal", MINUTE, () -> {
            ran.add("one");
            assertThat(two.with("seal", MINUTE, () -> ran.add("two"))).isFalse();
            assertThat(one.with("seal", MINUTE, () -> ran.add("one again"))).isFalse();
            assertThat(two.with("other", MINUTE, () -> ran.add("other"))).isTrue();
        });

        assertThat(outer).isTrue();
        assertThat(ran).containsExactly("one", "other");
        assertThat(two.with("seal", MINUTE, () -> ran.add("two"))).isTrue();
    }

    @OnEachDatabase
    void isTakenOverWhenItRanOut(TestDatabase db) {
        TableLeases slow = node(db);
        TableLeases next = node(db);

        slow.with("seal", MINUTE, () -> {
            clock.advance(MINUTE.minusMillis(1));
            assertThat(next.with("seal", MINUTE, () -> ran.add("too early"))).isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(next.with("seal", MINUTE, () -> ran.add("next"))).isTrue();
        });

        assertThat(ran).containsExactly("next");
    }

    @OnEachDatabase
    void aHolderThatIsLateDoesNotFreeTheLeaseOfItsSuccessor(TestDatabase db) throws Exception {
        TableLeases leases = node(db);
        CountDownLatch slowHolds = new CountDownLatch(1);
        CountDownLatch slowMayEnd = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> leases.with("seal", MINUTE, () -> {
            slowHolds.countDown();
            await(slowMayEnd);
        }));
        await(slowHolds);
        clock.advance(MINUTE);

        boolean taken = leases.with("seal", MINUTE, () -> {
            slowMayEnd.countDown();
            slow.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(leases.with("seal", MINUTE, () -> ran.add("third"))).isFalse();
        });

        assertThat(taken).isTrue();
        assertThat(ran).isEmpty();
    }

    @OnEachDatabase
    void isFreeAfterWorkThatFailed(TestDatabase db) {
        TableLeases leases = node(db);

        assertThatThrownBy(() -> leases.with("seal", MINUTE, () -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(leases.with("seal", MINUTE, () -> ran.add("again"))).isTrue();
    }

    @OnEachDatabase
    void whatAKilledProcessHeldIsFreeAtTheNextStartWhereNoOtherNodeCanBe(TestDatabase db) {
        TableLeases killed = node(db);

        killed.with("seal", MINUTE, () -> {
            TableLeases next = node(db);
            assertThat(next.with("seal", MINUTE, () -> ran.add("next"))).isEqualTo(!db.isPostgres());
        });

        assertThat(ran).hasSize(db.isPostgres() ? 0 : 1);
    }

    @OnEachDatabase
    void isGivenToOneOfManyWhoAskAtOnce(TestDatabase db) throws Exception {
        TableLeases leases = node(db);
        int threads = 5;
        CyclicBarrier start = new CyclicBarrier(threads);
        CyclicBarrier asked = new CyclicBarrier(threads);
        Callable<Boolean> ask = () -> {
            start.await(10, TimeUnit.SECONDS);
            boolean[] waited = new boolean[1];
            boolean got = leases.with("seal", MINUTE, () -> {
                await(asked);
                waited[0] = true;
            });
            if (!waited[0]) {
                await(asked);
            }
            return got;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            int given = 0;
            for (Future<Boolean> answer : pool.invokeAll(List.of(ask, ask, ask, ask, ask))) {
                given += answer.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TableLeases node(TestDatabase db) {
        return new TableLeases(db.tx(), PlatformSchema.in(db), new UlidIds(clock), clock);
    }
}
