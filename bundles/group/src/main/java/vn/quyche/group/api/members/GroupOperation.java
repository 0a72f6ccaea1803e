package vn.quyche.group.api.members;

/** What a leader may hand on to a member for a time. Clauses BC.5.3 and BC.6.5. */
public enum GroupOperation {
    /** Issue directives. */
    POST,
    /** Pin and unpin them. */
    PIN,
    /** Admit and remove members, and declare who is in the group. */
    ADMIT,
    /** All that an administrator does: admit, verify accounts. */
    ADMINISTER
}
