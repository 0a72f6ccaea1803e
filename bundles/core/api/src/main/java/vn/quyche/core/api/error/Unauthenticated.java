package vn.quyche.core.api.error;

/** The caller did not prove who they are, or the proof is no longer valid. HTTP 401. */
public final class Unauthenticated extends QuycheException {

    private static final long serialVersionUID = 1L;

    public Unauthenticated(String code, Object... args) {
        super(code, null, null, args);
    }
}
