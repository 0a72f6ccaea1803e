package vn.quyche.group.api;

import java.util.Optional;
import vn.quyche.core.api.directory.Post;

/**
 * A role in a group, held by a post (and whoever holds it that day) or by a named person. Clause BC.0.1.
 *
 * @param role what they do
 * @param post the post that carries the role; empty when a person is named
 * @param unitId restricts the post to one unit, for example the head of one subject group
 * @param personId the named person; empty when a post carries the role
 */
public record Appointment(GroupRole role, Optional<Post> post, Optional<String> unitId, Optional<String> personId) {

    public Appointment {
        post = post == null ? Optional.empty() : post;
        unitId = unitId == null ? Optional.empty() : unitId;
        personId = personId == null ? Optional.empty() : personId;
    }

    /** A role that goes with a post. */
    public static Appointment post(GroupRole role, Post post) {
        return new Appointment(role, Optional.of(post), Optional.empty(), Optional.empty());
    }

    /** A role that goes with a post in one unit. */
    public static Appointment post(GroupRole role, Post post, String unitId) {
        return new Appointment(role, Optional.of(post), Optional.of(unitId), Optional.empty());
    }

    /** A role of a named person. */
    public static Appointment person(GroupRole role, String personId) {
        return new Appointment(role, Optional.empty(), Optional.empty(), Optional.of(personId));
    }
}
