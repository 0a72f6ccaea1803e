package vn.quyche.signing.internal.engine;

/** Why a time stamp did not come, or was not taken. */
public final class StampTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    public StampTrouble(String code, String detail, Throwable cause) {
        super(code + (detail.isEmpty() ? "" : ": " + detail), cause);
        this.code = code;
    }

    /** The key of the message. */
    public String code() {
        return code;
    }
}
