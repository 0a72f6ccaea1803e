package vn.quyche.group.api.members;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.group.api.GroupRole;

/**
 * A group without leader or administrator. Clause TB.5.
 *
 * @param groupId the group
 * @param code its code
 * @param name its name
 * @param role what is vacant, leader or administrator
 * @param cause why
 * @param former who had it, when they are named
 * @param since the day on which it was noticed; empty when it was noticed just now
 */
public record Vacancy(
        String groupId,
        String code,
        String name,
        GroupRole role,
        Cause cause,
        String former,
        Optional<LocalDate> since) {

    /** Why nobody answers for the group. */
    public enum Cause {
        /** Nobody was ever named. */
        NOT_NAMED,
        /** The post is vacant. */
        POST_VACANT,
        /** Who was named left the school. */
        LEFT,
        /** Who was named works here without any post. */
        NO_POSITION
    }
}
