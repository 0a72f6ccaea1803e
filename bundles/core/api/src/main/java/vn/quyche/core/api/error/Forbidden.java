package vn.quyche.core.api.error;

/** The caller is known but holds no role that allows the step. HTTP 403. */
public final class Forbidden extends QuycheException {

    private static final long serialVersionUID = 1L;

    public Forbidden(String code, Object... args) {
        super(code, null, null, args);
    }
}
