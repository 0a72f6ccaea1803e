package vn.quyche.district.internal.model;

/** The codes of failures that only reading a school's list has, beside those of any other system. */
public final class SchoolFailure {

    /** It is another school. */
    public static final String OTHER_SCHOOL = "district.fetch-other-school";
    /** It no longer knows how far the district has read. */
    public static final String LOST_PLACE = "district.fetch-lost-place";
    /** The list could not be taken over for an error of our own. */
    public static final String FAILED = "district.fetch-failed";

    /** It does not give figures on inspections and duties yet. */
    public static final String NO_SUMMARY = "district.fetch-no-summary";
    /** Its token does not allow to read these figures. */
    public static final String SUMMARY_DENIED = "district.fetch-summary-denied";

    private SchoolFailure() {}
}
