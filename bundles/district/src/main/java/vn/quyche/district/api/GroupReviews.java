package vn.quyche.district.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The collected groups, and the decisions of the district on them. Clauses TB.1, TB.2, TB.3. */
@ProviderType
public interface GroupReviews {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of the name, without regard to case and diacritics
     * @param schoolId the school
     * @param state where it stands
     * @param change how it differs from before; those that are gone are only shown when asked for
     * @param alikeOnly only names like those of other schools' groups
     */
    record Query(
            Optional<String> text,
            Optional<String> schoolId,
            Optional<ReviewState> state,
            Optional<GroupChange> change,
            boolean alikeOnly) {

        /** Everything that is not gone. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
    }

    /**
     * Groups; takes {@code district:read}.
     *
     * @param page sorted by {@code name}, {@code school}, {@code platform} or {@code changed}
     */
    Page<CollectedGroup> list(Caller caller, Query query, PageRequest page);

    /** One group; takes {@code district:read}. */
    CollectedGroup get(Caller caller, String groupId);

    /** The groups of other schools whose names look like this one's, at most 20; takes {@code district:read}. */
    List<CollectedGroup> lookAlikes(Caller caller, String groupId);

    /** The decisions on a group, newest first; takes {@code district:read}. */
    List<GroupReview> reviews(Caller caller, String groupId);

    /**
     * Decides on a group; takes {@code district:review}.
     *
     * @param version the version that was seen
     * @throws vn.quyche.core.api.error.Refused TB.2 {@code district.looks-alike} when a name is to be recognised that looks
     *     like that of another school's group, without a reason
     * @throws vn.quyche.core.api.error.Conflict {@code core.changed-meanwhile}, {@code district.group-gone}
     */
    CollectedGroup decide(Caller caller, String groupId, long version, NewReview review);

    /**
     * Decides on many groups by one document, all or none; takes {@code district:review}.
     *
     * @param groupIds 1 to 500 groups
     * @return how many
     */
    int decideAll(Caller caller, List<String> groupIds, NewReview review);
}
