package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.StaffImports.Change;

/**
 * What a row of a staff list changes about a person.
 *
 * @param data what is to be stored; empty when it stays
 * @param employedFrom the first day of a new employment; empty when it stays
 * @param movedEmployment the employment whose first day moves to {@code employedFrom}; empty when a new one begins
 * @param endedPosts posts that end on the day before
 * @param startedPosts posts that begin
 * @param endedMemberships memberships that end on the day before
 * @param joinedUnits units that the person joins without a post
 * @param changes all of it for people to read
 */
public record PersonChange(
        Optional<People.Data> data,
        Optional<LocalDate> employedFrom,
        Optional<EmployedTime> movedEmployment,
        List<HeldPost> endedPosts,
        List<WantedPost> startedPosts,
        List<UnitMember> endedMemberships,
        Set<UnitRef> joinedUnits,
        List<Change> changes) {

    public PersonChange {
        endedPosts = List.copyOf(endedPosts);
        startedPosts = List.copyOf(startedPosts);
        endedMemberships = List.copyOf(endedMemberships);
        joinedUnits = Set.copyOf(joinedUnits);
        changes = List.copyOf(changes);
    }

    /**
     * A post that begins.
     *
     * @param post the post
     * @param unit the unit in which it is held
     * @param campus the campus by name, empty for none
     */
    public record WantedPost(Post post, Optional<UnitRef> unit, String campus) {}
}
