package vn.quyche.group.internal.rest;

import java.util.Set;

/**
 * A confirmation of who is in a group.
 *
 * @param joined people who are in the group now
 * @param gone people who are no longer in it
 */
public record Settlement(Set<String> joined, Set<String> gone) {

    public Settlement {
        joined = joined == null ? Set.of() : Set.copyOf(joined);
        gone = gone == null ? Set.of() : Set.copyOf(gone);
    }
}
