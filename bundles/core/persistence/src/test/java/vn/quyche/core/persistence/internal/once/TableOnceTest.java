package vn.quyche.core.persistence.internal.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.persistence.internal.PlatformSchema;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class TableOnceTest {

    private final TestClock clock = TestClock.on("2025-09-05");
    private final AtomicInteger created = new AtomicInteger();
    private final Supplier<String> create = () -> "id-" + created.incrementAndGet();

    @OnEachDatabase
    void createsOnceForAKey(TestDatabase db) {
        TableOnce once = once(db);

        assertThat(once.once("account-1", "key", create)).isEqualTo("id-1");
        assertThat(once.once("account-1", "key", create)).isEqualTo("id-1");
        assertThat(once.once("account-1", "other", create)).isEqualTo("id-2");
        assertThat(once.once("account-2", "key", create)).isEqualTo("id-3");
    }

    @OnEachDatabase
    void simplyRunsWithoutAKey(TestDatabase db) {
        TableOnce once = once(db);

        assertThat(once.once("account-1", " \t", create)).isEqualTo("id-1");
        assertThat(once.once("account-1", "", create)).isEqualTo("id-2");
        assertThat(once.once("account-1", null, create)).isEqualTo("id-3");
    }

    @OnEachDatabase
    void givesTwoAtOnceTheSameId(TestDatabase db) throws Exception {
        TableOnce once = once(db);
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<String> call = () -> {
            start.await(10, TimeUnit.SECONDS);
            return once.once("account-1", "key", () -> {
                pause(300);
                return create.get();
            });
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Set<String> ids = new HashSet<>();
            for (Future<String> id : pool.invokeAll(List.of(call, call, call, call))) {
                ids.add(id.get());
            }
            assertThat(ids).containsExactly("id-1");
            assertThat(created).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @OnEachDatabase
    void theSecondCreatesWhenTheFirstFailed(TestDatabase db) {
        TableOnce once = once(db);

        assertThatThrownBy(() -> once.once("account-1", "key", () -> {
                    throw new IllegalArgumentException("refused");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(once.once("account-1", "key", create)).isEqualTo("id-1");
    }

    @OnEachDatabase
    void theWaitingSecondCreatesWhenTheRunningFirstFails(TestDatabase db) throws Exception {
        TableOnce once = once(db);
        CyclicBarrier inside = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = pool.submit(() -> once.once("account-1", "key", () -> {
                await(inside);
                pause(300);
                throw new IllegalArgumentException("refused");
            }));
            await(inside);
            Future<String> second = pool.submit(() -> once.once("account-1", "key", create));

            assertThatThrownBy(first::get).hasRootCauseMessage("refused");
            assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo("id-1");
        } finally {
            pool.shutdownNow();
        }
    }

    @OnEachDatabase
    void runsTheCreationInATransaction(TestDatabase db) {
        TableOnce once = once(db);
        List<Boolean> active = new ArrayList<>();

        once.once("account-1", "key", () -> {
            active.add(db.tx().active());
            return "id";
        });

        assertThat(active).containsExactly(true);
    }

    @OnEachDatabase
    void refusesToBeCalledInsideATransaction(TestDatabase db) {
        TableOnce once = once(db);

        assertThatThrownBy(() -> db.tx().run(() -> once.once("account-1", "key", create)))
                .isInstanceOf(IllegalStateException.class);
    }

    @OnEachDatabase
    void refusesKeysThatAreNoPlainShortText(TestDatabase db) {
        TableOnce once = once(db);

        for (String key : List.of("k".repeat(101), "a\u0000b", "a\uD800b")) {
            assertThatThrownBy(() -> once.once("account-1", key, create)).isInstanceOf(Invalid.class);
        }
        assertThat(once.once("account-1", "k".repeat(100), create)).isEqualTo("id-1");
        assertThat(once.once("account-1", "a\u0302'; drop table x; --", create)).isEqualTo("id-2");
        assertThat(once.once("account-1", "â'; drop table x; --", create)).isEqualTo("id-2");
    }

    @OnEachDatabase
    void forgetsKeysAfterAWeek(TestDatabase db) {
        TableOnce once = once(db);
        once.once("account-1", "key", create);
        OnceCleaning cleaning = new OnceCleaning(db.tx().dataSource(), clock);

        clock.advance(OnceCleaning.KEEP);
        cleaning.run();
        assertThat(once.once("account-1", "key", create)).isEqualTo("id-1");

        clock.advance(Duration.ofMillis(1));
        cleaning.run();
        assertThat(once.once("account-1", "key", create)).isEqualTo("id-2");
    }

    private TableOnce once(TestDatabase db) {
        DataSource source = PlatformSchema.in(db);
        return new TableOnce(db.tx(), source, clock);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
