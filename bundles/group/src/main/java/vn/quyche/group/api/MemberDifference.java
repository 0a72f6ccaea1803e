package vn.quyche.group.api;

/**
 * Where the group on its platform differs from its rule. Clauses BC.1.2 and BC.4.5.
 *
 * @param personId who
 * @param name the full name
 * @param kind what differs
 */
public record MemberDifference(String personId, String name, Kind kind) {

    /** What differs. */
    public enum Kind {
        /** Belongs by the rule, but was not confirmed to be in the group. */
        MISSING,
        /** Is in the group, but no longer belongs by the rule. */
        SURPLUS
    }
}
