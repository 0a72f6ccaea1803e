package vn.quyche.core.api.error;

/** The thing that was asked for does not exist, or the caller may not know of it. HTTP 404. */
public final class NotFound extends QuycheException {

    private static final long serialVersionUID = 1L;

    public NotFound(String code, Object... args) {
        super(code, null, null, args);
    }
}
