package vn.quyche.group.api;

/** Where a group stands. Whatever became of it, it keeps its records. Clause TB.3. */
public enum GroupStatus {
    /** Entered, not yet decided on: not official. */
    PROPOSED,
    /** Recognised by a decision. */
    ACTIVE,
    /** A proposal that was refused. */
    REFUSED,
    /** Went over into another group. */
    MERGED,
    DISSOLVED
}
