package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.People.State;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;

/**
 * All that is stored about a person, over time.
 *
 * @param person the person
 * @param employments times of working here, oldest first
 * @param posts posts, oldest first
 * @param members memberships, oldest first
 * @param sortKey puts people in the Vietnamese order of names; unique
 * @param folded name for the search
 */
public record PersonFile(
        StoredPerson person,
        List<EmployedTime> employments,
        List<HeldPost> posts,
        List<UnitMember> members,
        String sortKey,
        String folded) {

    static PersonFile of(
            StoredPerson person, List<EmployedTime> employments, List<HeldPost> posts, List<UnitMember> members) {
        String name = person.data().fullName();
        return new PersonFile(
                person,
                List.copyOf(employments),
                List.copyOf(posts),
                List.copyOf(members),
                VietnameseText.nameSortKey(name) + '|' + person.id(),
                VietnameseText.fold(name));
    }

    public String id() {
        return person.id();
    }

    public String fullName() {
        return person.data().fullName();
    }

    /** Whether the person works here on the day. */
    public boolean employed(LocalDate day) {
        return employments.stream().anyMatch(e -> e.span().covers(day));
    }

    /** Where the person stands on the day. */
    public State state(LocalDate day) {
        if (employed(day)) {
            return State.WORKING;
        }
        return employments.stream().anyMatch(e -> e.span().from().isAfter(day)) ? State.COMING : State.LEFT;
    }

    Person asPerson(Set<Post> heldPosts, Set<String> unitIds, Set<String> campusIds) {
        return new Person(
                id(),
                fullName(),
                heldPosts,
                unitIds,
                campusIds,
                person.data().phone(),
                person.data().email());
    }
}
