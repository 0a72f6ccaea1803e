package vn.quyche.core.screening.internal.service;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.quyche.core.api.error.Unavailable;

/**
 * Runs readings with a time limit, a few at once, with the class loader that the embedded libraries look for their parts
 * in: the only place that sets it.
 *
 * <p>A reading that does not stop when its time is up keeps its place until it ends, so that bad files cannot take up the
 * machine.
 */
final class Workers {

    private final Semaphore places;
    private final int atOnce;

    Workers(int atOnce) {
        this.atOnce = atOnce;
        this.places = new Semaphore(atOnce);
    }

    /**
     * Runs a task.
     *
     * @throws TimeoutException when it took longer; it was told to stop
     * @throws ExecutionException with whatever the task threw
     * @throws Unavailable {@code screening.busy} when no place came free in that time
     */
    <T> T run(Duration time, Callable<T> task) throws TimeoutException, ExecutionException {
        try {
            if (!places.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("screening.busy");
            }
            FutureTask<T> future = new FutureTask<>(task);
            Thread thread = new Thread(
                    () -> {
                        try {
                            future.run();
                        } finally {
                            places.release();
                        }
                    },
                    "quyche-screening");
            thread.setDaemon(true);
            thread.setContextClassLoader(Workers.class.getClassLoader());
            thread.start();
            try {
                return future.get(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | InterruptedException e) {
                future.cancel(true);
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("screening.busy");
        }
    }

    /** Whether every place is taken. */
    boolean full() {
        return places.availablePermits() == 0;
    }

    int atOnce() {
        return atOnce;
    }
}
