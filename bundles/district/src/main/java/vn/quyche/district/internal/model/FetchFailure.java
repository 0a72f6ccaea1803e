package vn.quyche.district.internal.model;

/** A school's list could not be had. The code is the key of a text; the detail is for the administrator. */
public final class FetchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DETAIL = 300;

    /** The school's machine does not answer. */
    public static final String UNREACHABLE = "district.fetch-unreachable";
    /** It answers too slowly. */
    public static final String TIMEOUT = "district.fetch-timeout";
    /** Its certificate is not to be trusted. */
    public static final String CERTIFICATE = "district.fetch-certificate";
    /** It refuses the token. */
    public static final String DENIED = "district.fetch-denied";
    /** It answers with an error of its own. */
    public static final String SERVER_ERROR = "district.fetch-server-error";
    /** What it answers is no list. */
    public static final String BAD_ANSWER = "district.fetch-bad-answer";
    /** The list is longer than a school's can be. */
    public static final String TOO_LONG = "district.fetch-too-long";
    /** It is another school. */
    public static final String OTHER_SCHOOL = "district.fetch-other-school";
    /** It no longer knows how far the district has read. */
    public static final String LOST_PLACE = "district.fetch-lost-place";
    /** The district's token of the school cannot be read. */
    public static final String NO_TOKEN = "district.fetch-no-token";

    private final String code;
    private final String detail;
    private final boolean passing;

    private FetchFailure(String code, String detail, boolean passing, Throwable cause) {
        super(code + " " + detail, cause);
        this.code = code;
        this.detail = detail;
        this.passing = passing;
    }

    /** A failure that may be over in a while. */
    public static FetchFailure passing(String code, String detail, Throwable cause) {
        return new FetchFailure(code, line(detail), true, cause);
    }

    /** A failure that stays until somebody sees to it. */
    public static FetchFailure lasting(String code, String detail) {
        return new FetchFailure(code, line(detail), false, null);
    }

    /** A failure that stays until somebody sees to it. */
    public static FetchFailure lasting(String code, String detail, Throwable cause) {
        return new FetchFailure(code, line(detail), false, cause);
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
