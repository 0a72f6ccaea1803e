package vn.quyche.messenger.internal.link;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.messenger.OfficialGroups;
import vn.quyche.core.api.messenger.OfficialGroups.OfficialGroup;
import vn.quyche.core.api.security.Caller;

/** Knows the register of official groups, when it is there. */
@Component(service = GroupsLink.class)
public final class GroupsLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile OfficialGroups groups;

    public GroupsLink() {}

    /** For tests, with the register or without. */
    public GroupsLink(OfficialGroups groups) {
        this.groups = groups;
    }

    /** Whether there is a register. */
    public boolean available() {
        return groups != null;
    }

    /** The groups in force that the caller may see. */
    public List<OfficialGroup> open(Caller caller) {
        OfficialGroups now = groups;
        return now == null ? List.of() : now.open(caller);
    }

    /** A group that the caller may see. */
    public Optional<OfficialGroup> find(Caller caller, String groupId) {
        OfficialGroups now = groups;
        return now == null || groupId.isEmpty() ? Optional.empty() : now.find(caller, groupId);
    }

    /** Who belongs to a group by its rule; empty when there is no register. */
    public Optional<Set<String>> members(String groupId) {
        OfficialGroups now = groups;
        return now == null || groupId.isEmpty() ? Optional.empty() : Optional.of(now.members(groupId));
    }
}
