package vn.quyche.core.web.internal.http;

import java.io.IOException;

/** The body of a request is larger than the door takes. HTTP 413. */
public final class BodyTooLarge extends IOException {

    private final long max;

    public BodyTooLarge(long max) {
        super("larger than " + max + " bytes");
        this.max = max;
    }

    /** The largest body that is taken, in bytes. */
    public long max() {
        return max;
    }
}
