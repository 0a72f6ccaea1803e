package vn.quyche.group.internal.service;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.ConductCase;

/** Who takes the next step of a case today; never the person whom it is about. */
@Regulated("BC.6.11")
public final class CaseHandlers {

    private final GroupSight sight;
    private final Directory directory;

    public CaseHandlers(GroupSight sight, Directory directory) {
        this.sight = sight;
        this.directory = directory;
    }

    /** Those who answer for the group; the heads of the school once it was handed over, and when nobody else may. */
    public Set<String> of(MessagingGroup group, ConductCase open) {
        Set<String> people = new HashSet<>();
        if (open.state() != CaseState.HANDED_OVER) {
            people.addAll(sight.roles().answering(group.appointments()));
        }
        open.personId().ifPresent(people::remove);
        if (people.isEmpty()) {
            people.addAll(heads(open));
        }
        return people;
    }

    /** The principal; the vice principals when the post is vacant or the case is about the principal. */
    List<String> heads(ConductCase open) {
        return Stream.of(Post.PRINCIPAL, Post.VICE_PRINCIPAL)
                .map(post -> directory.holders(post, sight.today()).stream()
                        .map(Person::id)
                        .filter(id -> !open.personId().equals(Optional.of(id)))
                        .toList())
                .filter(holders -> !holders.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
