package vn.quyche.group.api;

import java.util.Set;
import vn.quyche.core.api.directory.Post;

/**
 * Who belongs to a group, said over the directory and not by name. Clause BC.1.2.
 *
 * <p>A person belongs when they hold one of the posts or belong to one of the units, or when all staff belong; and, if
 * campuses are given, work at one of them.
 *
 * @param allStaff everybody who works at the school
 * @param posts holders of these posts
 * @param unitIds members of these units and of those below them
 * @param campusIds only people of these campuses; empty for all; sets that a client left out are empty
 */
public record MemberRule(boolean allStaff, Set<Post> posts, Set<String> unitIds, Set<String> campusIds) {

    public MemberRule {
        posts = posts == null ? Set.of() : Set.copyOf(posts);
        unitIds = unitIds == null ? Set.of() : Set.copyOf(unitIds);
        campusIds = campusIds == null ? Set.of() : Set.copyOf(campusIds);
    }

    /** Everybody who works at the school. */
    public static MemberRule everybody() {
        return new MemberRule(true, Set.of(), Set.of(), Set.of());
    }

    /** The members of units. */
    public static MemberRule units(String... unitIds) {
        return new MemberRule(false, Set.of(), Set.of(unitIds), Set.of());
    }

    /** The holders of posts. */
    public static MemberRule posts(Post... posts) {
        return new MemberRule(false, Set.of(posts), Set.of(), Set.of());
    }

    /** Whether the rule names anybody at all. */
    public boolean blank() {
        return !allStaff && posts.isEmpty() && unitIds.isEmpty();
    }
}
