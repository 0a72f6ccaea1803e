package vn.quyche.core.directory.internal.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.quyche.core.api.directory.StaffImports.State;

/** A step of an import that runs on this node: how far it is, and whether somebody stopped it. */
final class RunningStep {

    /** Ends a step that somebody stopped. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final State state;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int done;
    private volatile int total;
    private volatile boolean stopped;

    RunningStep(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }

    int done() {
        return done;
    }

    int total() {
        return total;
    }

    void total(int rows) {
        total = rows;
    }

    void stop() {
        stopped = true;
    }

    /**
     * Tells of progress.
     *
     * @throws Stopped when somebody stopped the step
     */
    void reached(int rows) {
        if (stopped || Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
        done = rows;
    }

    void end() {
        ended.countDown();
    }

    void await(Duration atMost) {
        try {
            ended.await(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
