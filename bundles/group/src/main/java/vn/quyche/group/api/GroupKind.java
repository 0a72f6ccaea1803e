package vn.quyche.group.api;

/** What a group is for; the kinds of clause BC.1.2 and the temporary ones of BC.0.2. */
public enum GroupKind {
    SCHOOL,
    PARTY_CELL,
    TRADE_UNION,
    PROFESSIONAL,
    HOMEROOM,
    YOUTH_UNION,
    PIONEERS,
    CAMPUS,
    SCHOOL_CLASS,
    TEMPORARY;

    /** Whether who belongs to it is sensitive personal data. */
    public boolean sensitive() {
        return this == PARTY_CELL || this == TRADE_UNION;
    }
}
