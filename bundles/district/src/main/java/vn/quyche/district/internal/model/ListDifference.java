package vn.quyche.district.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.Regulated;
import vn.quyche.district.api.SchoolGroup;
import vn.quyche.district.api.Taken;

/**
 * What a school's list changed since it was last taken over.
 *
 * @param added new groups, also those that were gone and are back
 * @param changed groups of which some column differs
 * @param gone ids of groups that are no longer listed
 * @param same ids of groups that are as they were
 */
@Regulated("TB.1")
public record ListDifference(List<SchoolGroup> added, List<SchoolGroup> changed, List<String> gone, List<String> same) {

    /**
     * Compares.
     *
     * @param before what was taken over and is not gone, by the school's ids
     * @param now the list as it is
     */
    public static ListDifference of(Map<String, SchoolGroup> before, List<SchoolGroup> now) {
        List<SchoolGroup> added = new ArrayList<>();
        List<SchoolGroup> changed = new ArrayList<>();
        List<String> same = new ArrayList<>();
        Map<String, SchoolGroup> left = new HashMap<>(before);
        for (SchoolGroup group : now) {
            SchoolGroup known = left.remove(group.id());
            if (known == null) {
                added.add(group);
            } else if (known.equals(group)) {
                same.add(group.id());
            } else {
                changed.add(group);
            }
        }
        return new ListDifference(added, changed, List.copyOf(left.keySet()), same);
    }

    /**
     * Whether a change needs a new decision: the name or the application is another. Leader, administrator, members and
     * remark go over to the next published list by themselves.
     */
    public static boolean needsDecision(SchoolGroup before, SchoolGroup after) {
        return !before.name().equals(after.name()) || !before.platform().equals(after.platform());
    }

    /** Whether nothing changed. */
    public boolean empty() {
        return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
    }

    /** In numbers. */
    public Taken taken() {
        return new Taken(added.size(), changed.size(), gone.size(), same.size());
    }
}
