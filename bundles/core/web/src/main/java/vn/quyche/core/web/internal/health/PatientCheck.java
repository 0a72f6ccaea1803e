package vn.quyche.core.web.internal.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.HealthCheck;

/** A check that may hang: it is not asked again before it has answered. */
final class PatientCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PatientCheck.class);

    private final HealthCheck check;
    private CompletableFuture<HealthCheck.Result> running;

    PatientCheck(HealthCheck check) {
        this.check = check;
    }

    synchronized void start(Executor threads) {
        if (running == null || running.isDone()) {
            running = CompletableFuture.supplyAsync(check::check, threads);
        }
    }

    synchronized Health.Line answer(Duration patience) {
        HealthCheck.Result result = result(patience);
        return new Health.Line(check.name(), result.status(), check.essential(), result.detail());
    }

    private HealthCheck.Result result(Duration patience) {
        try {
            return running.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hanging) {
            return HealthCheck.Result.down("không trả lời");
        } catch (ExecutionException failed) {
            LOG.warn("Health check {} failed", check.name(), failed.getCause());
            return HealthCheck.Result.down("không kiểm tra được, xem nhật ký máy chủ");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return HealthCheck.Result.down("bị dừng khi đang hỏi");
        }
    }
}
