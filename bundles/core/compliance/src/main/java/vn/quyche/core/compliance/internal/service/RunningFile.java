package vn.quyche.core.compliance.internal.service;

/** A file that is being put together on this node: how far it is, and whether somebody stopped it. */
final class RunningFile {

    private volatile int done;
    private volatile int total;
    private volatile boolean stopped;

    /** Ends the work that somebody stopped. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    int done() {
        return done;
    }

    int total() {
        return total;
    }

    void total(int clauses) {
        total = clauses;
    }

    void stop() {
        stopped = true;
    }

    /** @throws Stopped when somebody stopped it */
    void check() {
        if (stopped || Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }

    /** One clause more is done. */
    void next() {
        check();
        done = done + 1;
    }
}
