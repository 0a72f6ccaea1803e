package vn.quyche.district.internal.rest;

import java.util.List;
import vn.quyche.district.api.NewReview;

/**
 * A decision on many groups.
 *
 * @param groupIds the groups
 * @param review the decision
 */
public record ManyReviewed(List<String> groupIds, NewReview review) {

    public ManyReviewed {
        groupIds = groupIds == null ? List.of() : List.copyOf(groupIds);
    }
}
