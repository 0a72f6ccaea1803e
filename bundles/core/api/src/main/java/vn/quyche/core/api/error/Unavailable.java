package vn.quyche.core.api.error;

/** Something that the step needs is not there now: a bundle, a server, a lock. HTTP 503. */
public final class Unavailable extends QuycheException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String code, Object... args) {
        super(code, null, null, args);
    }

    public Unavailable(String code, Throwable cause, Object... args) {
        super(code, null, cause, args);
    }
}
