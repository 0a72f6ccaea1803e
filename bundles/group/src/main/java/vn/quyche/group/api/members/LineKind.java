package vn.quyche.group.api.members;

/** What a line of a declared list says. Clauses BC.1.2 and BC.4.5. */
public enum LineKind {
    /** Nobody can say for sure who it is: settle it by hand. */
    UNCLEAR,
    /** In the group, but not covered by its rule: staff of elsewhere, or nobody whom the directory knows. */
    OUTSIDER,
    /** Covered by the rule, but not in the group. */
    MISSING,
    /** The same person a second time, with another account. */
    DUPLICATE,
    /** In the group, and covered by the rule. */
    MEMBER,
    /** Nobody: a title, a note, a sum. */
    NOBODY;

    /** Whether something has to be done about it on the platform. */
    public boolean asksForAction() {
        return this == OUTSIDER || this == MISSING || this == DUPLICATE;
    }
}
