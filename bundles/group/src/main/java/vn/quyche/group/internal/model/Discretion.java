package vn.quyche.group.internal.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.group.api.MessagingGroup;

/**
 * How matters of a group go to people outside of it. Duties and their lists are seen by the office, which may not see what a
 * sensitive group, such as that of the party cell, is about: of those only the code is told, and to nobody but the principal.
 */
public final class Discretion {

    private static final List<Post> OFFICE = List.of(Post.OFFICE_HEAD, Post.RECORDS_CLERK, Post.PRINCIPAL);

    private Discretion() {}

    /** What the group is called in a duty. */
    public static String name(MessagingGroup group) {
        return group.kind().sensitive() ? group.code() : group.name();
    }

    /** Who is told when its duties are late. */
    public static Escalation.To superior(MessagingGroup group) {
        return group.kind().sensitive() ? new Escalation.To.Holders(Post.PRINCIPAL) : new Escalation.To.Office();
    }

    /** Who sees to what its leaders cannot on a day; empty where all those posts are vacant. */
    public static Optional<String> deputy(MessagingGroup group, Directory directory, LocalDate day) {
        return group.kind().sensitive() ? first(List.of(Post.PRINCIPAL), directory, day) : office(directory, day);
    }

    /** Who sees to the groups of the school on a day: the head of the office, else the clerk, else the principal. */
    public static Optional<String> office(Directory directory, LocalDate day) {
        return first(OFFICE, directory, day);
    }

    private static Optional<String> first(List<Post> posts, Directory directory, LocalDate day) {
        return posts.stream()
                .flatMap(post -> directory.holders(post, day).stream())
                .map(Person::id)
                .findFirst();
    }
}
