package vn.quyche.core.api.directory;

import java.util.List;
import java.util.Set;

/**
 * A staff member as other bundles see one, on one day. Memberships in sensitive units are not among {@code unitIds}; ask
 * {@link Directory#membersOf} for them.
 *
 * @param id the id of the person
 * @param fullName family, middle and given name, NFC
 * @param posts the posts held on the day, without doubles
 * @param unitIds the units and classes to which the person belongs on the day (posts in them included)
 * @param campusIds the campuses where the person works
 * @param phone the phone number in the form {@code 0912345678}, empty when unknown
 * @param email the official address, empty when unknown
 */
public record Person(
        String id,
        String fullName,
        Set<Post> posts,
        Set<String> unitIds,
        Set<String> campusIds,
        String phone,
        String email) {

    public Person {
        posts = Set.copyOf(posts);
        unitIds = Set.copyOf(unitIds);
        campusIds = Set.copyOf(campusIds);
    }

    /** Sorts people as Vietnamese lists do: by given name. */
    public static List<Person> byName(List<Person> people) {
        return people.stream()
                .sorted(java.util.Comparator.comparing(
                        p -> vn.quyche.core.api.VietnameseText.nameSortKey(p.fullName())))
                .toList();
    }
}
