package vn.quyche.core.api.remote;

/** Another system did not give what was asked of it. The code is the key of a text; the detail is for the administrator. */
public final class RemoteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DETAIL = 300;

    /** It does not answer. */
    public static final String UNREACHABLE = "core.remote-unreachable";
    /** It answers too slowly. */
    public static final String TIMEOUT = "core.remote-timeout";
    /** Its certificate is not to be trusted. */
    public static final String CERTIFICATE = "core.remote-certificate";
    /** It refuses the token. */
    public static final String DENIED = "core.remote-denied";
    /** It answers with an error of its own. */
    public static final String SERVER_ERROR = "core.remote-server-error";
    /** What it answers is not what was asked for. */
    public static final String BAD_ANSWER = "core.remote-bad-answer";
    /** Its answer is longer than it can be. */
    public static final String TOO_LONG = "core.remote-too-long";
    /** There is no token for it, or it cannot be opened here. */
    public static final String NO_TOKEN = "core.remote-no-token";

    private final String code;
    private final String detail;
    private final boolean passing;

    private RemoteFailure(String code, String detail, boolean passing, Throwable cause) {
        super(code + " " + detail, cause);
        this.code = code;
        this.detail = detail;
        this.passing = passing;
    }

    /** A failure that may be over in a while. */
    public static RemoteFailure passing(String code, String detail, Throwable cause) {
        return new RemoteFailure(code, line(detail), true, cause);
    }

    /** A failure that stays until somebody sees to it. */
    public static RemoteFailure lasting(String code, String detail) {
        return new RemoteFailure(code, line(detail), false, null);
    }

    /** A failure that stays until somebody sees to it. */
    public static RemoteFailure lasting(String code, String detail, Throwable cause) {
        return new RemoteFailure(code, line(detail), false, cause);
    }

    /** The key of its text. */
    public String code() {
        return code;
    }

    /** What the other side said; at most 300 characters on one line. */
    public String detail() {
        return detail;
    }

    /** Whether it is worth trying again in a while. */
    public boolean passing() {
        return passing;
    }

    private static String line(String text) {
        String plain =
                text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return plain.length() <= LONGEST_DETAIL ? plain : plain.substring(0, LONGEST_DETAIL);
    }
}
