package vn.quyche.group.internal.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Groups;

/** The names of groups for a list; empty for those that the caller may not see (any more). */
final class GroupNames {

    private final Groups groups;

    GroupNames(Groups groups) {
        this.groups = groups;
    }

    Map<String, String> of(Caller caller, Collection<String> groupIds) {
        Map<String, String> names = new HashMap<>();
        groupIds.forEach(id -> names.computeIfAbsent(id, one -> of(caller, one)));
        return names;
    }

    String of(Caller caller, String groupId) {
        try {
            return groups.get(caller, groupId).name();
        } catch (NotFound hidden) {
            return "";
        }
    }
}
