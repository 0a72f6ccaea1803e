package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;

/**
 * Whom a training is for, said over the directory: who they are is found out for the day on which it takes place.
 *
 * @param allStaff everybody who works at the school
 * @param posts holders of these posts
 * @param unitIds members of these units and of those below them
 * @param personIds these people; sets that a client left out are empty
 */
public record Audience(boolean allStaff, Set<Post> posts, Set<String> unitIds, Set<String> personIds) {

    public Audience {
        posts = posts == null ? Set.of() : Set.copyOf(posts);
        unitIds = unitIds == null ? Set.of() : Set.copyOf(unitIds);
        personIds = personIds == null ? Set.of() : Set.copyOf(personIds);
    }

    /** Everybody who works at the school. */
    public static Audience everybody() {
        return new Audience(true, Set.of(), Set.of(), Set.of());
    }

    /** Some people. */
    public static Audience people(Set<String> personIds) {
        return new Audience(false, Set.of(), Set.of(), personIds);
    }

    /** Whether it names nobody at all. */
    public boolean blank() {
        return !allStaff && posts.isEmpty() && unitIds.isEmpty() && personIds.isEmpty();
    }

    /** The people of a day, by name. */
    public List<Person> on(LocalDate day, Directory directory) {
        Set<String> inUnits = unitIds.stream()
                .flatMap(unit -> directory.membersWithin(unit, day).stream())
                .collect(Collectors.toSet());
        return directory.staff(day).stream()
                .filter(person -> allStaff
                        || personIds.contains(person.id())
                        || inUnits.contains(person.id())
                        || person.posts().stream().anyMatch(posts::contains))
                .toList();
    }
}
