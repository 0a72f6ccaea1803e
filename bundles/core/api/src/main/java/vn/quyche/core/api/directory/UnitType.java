package vn.quyche.core.api.directory;

/** Kinds of units of a school. Membership in {@link #PARTY_CELL} and {@link #TRADE_UNION} is sensitive data. */
public enum UnitType {
    SUBJECT_GROUP,
    OFFICE,
    GRADE_BLOCK,
    SCHOOL_CLASS,
    PARTY_CELL,
    TRADE_UNION,
    YOUTH_UNION,
    PIONEERS,
    SCHOOL_COUNCIL,
    PARENT_COMMITTEE,
    GUARD_OFFICE;

    /** Whether membership is sensitive personal data. */
    public boolean sensitive() {
        return this == PARTY_CELL || this == TRADE_UNION;
    }
}
