package vn.quyche.district.api;

/** Where a group stands with the district. */
public enum ReviewState {
    /** Waits for a decision. */
    PENDING,
    /** Is recognised, and official from the next published list on. */
    RECOGNISED,
    /** Is refused. */
    REFUSED,
    /** The school is asked to change it. */
    CHANGE_ASKED
}
