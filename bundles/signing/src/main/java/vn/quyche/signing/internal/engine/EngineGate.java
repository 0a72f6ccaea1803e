package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.quyche.core.api.error.Unavailable;

/**
 * The one gate to the signature engine. Whatever goes through it runs on a thread of its own, with the class loader in which
 * the engine looks for its parts: with any other loader its first call fails and its classes stay dead for good.
 *
 * <p>The threads end with their work, so nothing of the bundle stays behind in one. Work that does not stop when its time is
 * up keeps its place until it ends, so that bad files cannot take up the machine.
 */
public final class EngineGate implements AutoCloseable {

    private final Semaphore places;
    private final Duration wait;

    /**
     * @param atOnce how many run at once
     * @param wait how long one waits for a place
     */
    public EngineGate(int atOnce, Duration wait) {
        this.places = new Semaphore(atOnce, true);
        this.wait = wait;
    }

    /**
     * Runs work.
     *
     * @throws TimeoutException when it took longer; it was told to stop
     * @throws ExecutionException with whatever the work threw, errors of a stack or heap that ran out too
     * @throws Unavailable {@code verify.busy} when no place came free
     */
    public <T> T run(Duration time, Callable<T> work) throws TimeoutException, ExecutionException {
        try {
            if (!places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("verify.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("verify.busy");
        }
        FutureTask<T> future = new FutureTask<>(work);
        Thread thread = new Thread(
                () -> {
                    try {
                        // another gate may have taken it out when it was closed; twice it is not added
                        Security.addProvider(DSSSecurityProvider.getSecurityProvider());
                        future.run();
                    } finally {
                        places.release();
                    }
                },
                "quyche-signing");
        thread.setDaemon(true);
        thread.setContextClassLoader(EngineGate.class.getClassLoader());
        thread.start();
        try {
            return future.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable("verify.busy");
        }
    }

    /** Takes the engine's security provider out again, so that nothing of the bundle stays behind. */
    @Override
    public void close() {
        for (Provider provider : Security.getProviders()) {
            if (provider.getClass().getClassLoader() == EngineGate.class.getClassLoader()) {
                Security.removeProvider(provider.getName());
            }
        }
    }
}
