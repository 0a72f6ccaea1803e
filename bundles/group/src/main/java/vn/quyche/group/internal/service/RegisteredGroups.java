package vn.quyche.group.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.messenger.OfficialGroups;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.store.JpaGroupStore;

/** The register as connections to platforms see it. */
@Component
public final class RegisteredGroups implements OfficialGroups {

    private final JpaGroupStore groups;
    private final GroupSight sight;

    @Activate
    public RegisteredGroups(@Reference JpaGroupStore groups, @Reference GroupSight sight) {
        this.groups = groups;
        this.sight = sight;
    }

    @Override
    public List<OfficialGroup> open(Caller caller) {
        return sight.list(caller, Groups.Query.active()).stream()
                .limit(PageRequest.MAX_SIZE)
                .filter(group -> group.open(sight.today()))
                .map(RegisteredGroups::official)
                .toList();
    }

    @Override
    public Optional<OfficialGroup> find(Caller caller, String groupId) {
        return groups.find(groupId).filter(group -> sight.sees(caller, group)).map(RegisteredGroups::official);
    }

    @Override
    public Set<String> members(String groupId) {
        return groups.find(groupId)
                .map(group -> sight.membership().ids(group.rule()))
                .orElseGet(Set::of);
    }

    private static OfficialGroup official(MessagingGroup group) {
        return new OfficialGroup(group.id(), group.code(), group.name(), "/group/groups/" + group.id());
    }
}
