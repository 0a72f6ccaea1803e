package vn.quyche.core.web.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.web.internal.http.TestDoors;
import vn.quyche.core.web.internal.link.AccountsLink;
import vn.quyche.core.web.internal.settings.WebSettings;

class DefaultHealthTest {

    private List<Health.Line> container = List.of();
    private final AccountsLink nobody = new AccountsLink(new WebSettings(TestDoors.config(Map.of())));
    private final DefaultHealth health = new DefaultHealth(() -> container, nobody);
    private final CountDownLatch hanging = new CountDownLatch(1);

    private record Check(String name, boolean essential, Supplier<Result> look) implements HealthCheck {
        @Override
        public Result check() {
            return look.get();
        }
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        health.stop();
    }

    private static HealthCheck.Result down() {
        return HealthCheck.Result.down("không kết nối được");
    }

    @Test
    void isReadyWhenNothingEssentialIsDown() {
        health.addCheck(new Check("a.fine", true, () -> HealthCheck.Result.ok("")));
        health.addCheck(new Check("b.optional", false, DefaultHealthTest::down));

        Health.Report report = health.report();

        assertThat(report.ready()).isTrue();
        assertThat(report.checks()).extracting(Health.Line::name).containsExactly("b.optional", "a.fine");
    }

    @Test
    void isNotReadyWhenSomethingEssentialIsDownAndAgainWhenItGoes() {
        HealthCheck database = new Check("persistence.database", true, DefaultHealthTest::down);
        health.addCheck(database);
        assertThat(health.report().ready()).isFalse();

        health.removeCheck(database);
        assertThat(health.report().ready()).isTrue();
    }

    @Test
    void isNotReadyWhileTheContainerIsNot() {
        container = List.of(new Health.Line("platform.bundles", HealthCheck.Status.DOWN, true, "x chưa chạy"));

        assertThat(health.report().ready()).isFalse();
    }

    @Test
    void saysThatACheckFailedItself() {
        health.addCheck(new Check("a.broken", true, () -> {
            throw new IllegalStateException("secret");
        }));

        Health.Line line = health.report().checks().get(0);

        assertThat(line.status()).isEqualTo(HealthCheck.Status.DOWN);
        assertThat(line.detail()).doesNotContain("secret");
    }

    @Test
    void doesNotWaitForACheckThatHangsNorAskItTwice() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        health.addCheck(new Check("a.hanging", true, () -> {
            asked.incrementAndGet();
            try {
                hanging.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return HealthCheck.Result.ok("");
        }));

        assertThat(health.report().ready()).isFalse();
        Thread.sleep(1_100);
        assertThat(health.report().ready()).isFalse();
        assertThat(asked).hasValue(1);
    }

    @Test
    void letsChecksComeAndGoWhileAnotherHangs() throws Exception {
        HealthCheck slow = new Check("a.hanging", true, () -> {
            try {
                hanging.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return HealthCheck.Result.ok("");
        });
        health.addCheck(slow);
        Thread asking = new Thread(health::report);
        asking.start();
        awaitAsleep(asking);

        health.addCheck(new Check("b.new", false, () -> HealthCheck.Result.ok("")));
        health.removeCheck(slow);

        assertThat(asking.isAlive()).isTrue();
        hanging.countDown();
        asking.join();
        assertThat(health.report().checks()).extracting(Health.Line::name).containsExactly("b.new");
    }

    private static void awaitAsleep(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }

    @Test
    void tellsOfTheEndOfAFaultSoonerThanOfItsBeginning() throws Exception {
        container = List.of(new Health.Line("platform.start", HealthCheck.Status.DOWN, true, "còn đang cài"));
        assertThat(health.report().ready()).isFalse();

        container = List.of();
        Thread.sleep(150);

        assertThat(health.report().ready()).isTrue();
    }

    @Test
    void isAskedOncePerSecondHoweverManyAsk() {
        AtomicInteger asked = new AtomicInteger();
        health.addCheck(new Check("a.counted", false, () -> {
            asked.incrementAndGet();
            return HealthCheck.Result.ok("");
        }));

        for (int i = 0; i < 50; i++) {
            health.report();
        }

        assertThat(asked.get()).isBetween(1, 2);
    }
}
