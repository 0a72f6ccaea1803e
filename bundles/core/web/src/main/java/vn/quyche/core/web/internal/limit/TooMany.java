package vn.quyche.core.web.internal.limit;

import java.time.Duration;

/** More requests came than are taken. HTTP 429. */
public final class TooMany extends RuntimeException {

    private final Duration wait;

    public TooMany(Duration wait) {
        super("too many requests, wait " + wait, null, false, false);
        this.wait = wait;
    }

    /** How long to wait before trying again; whole seconds, at least one. */
    public long waitSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
