package vn.quyche.district.api;

/** How a group differs from the last time its school's list was taken over. */
public enum GroupChange {
    /** Was not on the list before. */
    NEW,
    /** Differs in some column. */
    CHANGED,
    /** As it was. */
    SAME,
    /** Is no longer on the school's list. */
    GONE
}
