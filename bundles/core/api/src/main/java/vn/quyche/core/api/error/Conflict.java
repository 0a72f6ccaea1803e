package vn.quyche.core.api.error;

/** The thing changed meanwhile, exists already, or is in a state that does not allow the step. HTTP 409. */
public final class Conflict extends QuycheException {

    private static final long serialVersionUID = 1L;

    public Conflict(String code, Object... args) {
        super(code, null, null, args);
    }
}
