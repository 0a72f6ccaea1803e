package vn.quyche.group.api.members;

import java.time.Instant;
import java.util.Optional;

/**
 * A list of those who are in a group on its platform, as its leader declares it.
 *
 * @param id its id
 * @param groupId the group
 * @param fileName the file from which it was read; empty when names were ticked
 * @param sha256 the content of the file; empty when names were ticked
 * @param state where it stands
 * @param counts the lines by kind
 * @param open lines about which something still has to be done
 * @param byName who made it
 * @param startedAt when it was read
 * @param confirmedAt when it was confirmed
 * @param erasedAt when the names and numbers of strangers, and the file, were erased
 */
public record Declaration(
        String id,
        String groupId,
        String fileName,
        String sha256,
        State state,
        Counts counts,
        int open,
        String byName,
        Instant startedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> erasedAt) {

    /** Where a declaration stands. */
    public enum State {
        /** A dry run: looked at, settled by hand, and nothing changed yet. */
        DRAFT,
        /** Confirmed: it says who was in the group at that time. */
        CONFIRMED,
        /** Thrown away. */
        DISCARDED
    }

    /** How many lines there are of each kind. */
    public record Counts(int members, int outsiders, int missing, int duplicates, int unclear, int nobody) {}
}
