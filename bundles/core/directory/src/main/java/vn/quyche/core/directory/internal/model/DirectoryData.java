package vn.quyche.core.directory.internal.model;

import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Structure.SchoolView;

/**
 * Everything that the directory stores of the school and its people, as of one stamp.
 *
 * @param stamp tells two states apart; equal stamps mean equal data
 */
public record DirectoryData(
        String stamp,
        Optional<SchoolView> school,
        List<Campus> campuses,
        List<Authority> authorities,
        List<StoredUnit> units,
        List<StoredPerson> people,
        List<EmployedTime> employments,
        List<HeldPost> posts,
        List<UnitMember> members) {

    public DirectoryData {
        campuses = List.copyOf(campuses);
        authorities = List.copyOf(authorities);
        units = List.copyOf(units);
        people = List.copyOf(people);
        employments = List.copyOf(employments);
        posts = List.copyOf(posts);
        members = List.copyOf(members);
    }
}
