package vn.quyche.signing.internal.key;

/** Why a key could not be used. */
public final class KeyTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        WRONG_PIN("signing.wrong-pin"),
        /** The device takes no PIN any more; only who issued it can open it again. */
        LOCKED("signing.pin-locked"),
        /** Not plugged in, pulled out, or the file cannot be read. */
        NOT_THERE("signing.key-not-there"),
        /** Somebody else signs with it now. */
        BUSY("signing.key-busy"),
        /** It holds no key for the certificate. */
        OTHER_KEY("signing.other-key");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The key of the message. */
        public String code() {
            return code;
        }
    }

    private final Kind kind;

    public KeyTrouble(Kind kind, Throwable cause) {
        super(kind.code(), cause);
        this.kind = kind;
    }

    public KeyTrouble(Kind kind) {
        this(kind, null);
    }

    public Kind kind() {
        return kind;
    }
}
