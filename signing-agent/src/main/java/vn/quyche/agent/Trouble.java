package vn.quyche.agent;

/** Why something was not done; the page has a text for each code. */
public final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** The page is not paired, or by another origin. */
        NOT_PAIRED,
        BAD_REQUEST,
        /** No device and no key file is set up here. */
        NO_STORE,
        WRONG_PIN,
        /** The device takes no PIN any more; only who issued it can open it. */
        PIN_LOCKED,
        /** Wrong too often: nothing is tried until it is allowed on this PC. */
        PIN_TRIES,
        /** Not plugged in, pulled out, or the file cannot be read. */
        NOT_THERE,
        /** It has no key for the certificate: another token is in. */
        OTHER_KEY,
        /** Something is signed or asked here now. */
        BUSY,
        /** The next part of a signature came when its key was closed. */
        TOO_LATE,
        /** Who sits here said no. */
        DECLINED,
        /** What came is no signature of a document. */
        NOT_SIGNABLE;

        /** As it is written in answers. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;
    private final String detail;

    public Trouble(Kind kind, String detail, Throwable cause) {
        super(kind.code(), cause);
        this.kind = kind;
        this.detail = detail;
    }

    public Trouble(Kind kind, String detail) {
        this(kind, detail, null);
    }

    public Trouble(Kind kind) {
        this(kind, "", null);
    }

    public Kind kind() {
        return kind;
    }

    /** What it is about: the name of a store, whose token is in; may be empty. */
    public String detail() {
        return detail;
    }
}
