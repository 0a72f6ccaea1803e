package vn.quyche.group.internal.duty;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.spi.JoiningSource;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.model.Membership;
import vn.quyche.group.internal.service.GroupSight;
import vn.quyche.group.internal.store.JpaGroupStore;

/** Groups to which somebody who joins the school belongs by their rule and in which nobody has confirmed them yet. */
@Component
@Regulated("BC.1.2")
public final class GroupJoining implements JoiningSource {

    private final JpaGroupStore groups;
    private final GroupSight sight;
    private final Clock clock;

    @Activate
    public GroupJoining(@Reference JpaGroupStore groups, @Reference GroupSight sight, @Reference Clock clock) {
        this.groups = groups;
        this.sight = sight;
        this.clock = clock;
    }

    @Override
    public String domain() {
        return "group";
    }

    @Override
    public List<Item> items(String personId) {
        Set<String> entered = groups.groupsOf(personId);
        Membership membership = sight.membership();
        return sight
                .select(
                        Groups.Query.active(),
                        group -> !entered.contains(group.id())
                                && membership.ids(group.rule()).contains(personId))
                .stream()
                .map(group -> item(group, personId))
                .toList();
    }

    @Override
    public void settled(String personId, String itemKey) {
        if (!groups.groupsOf(personId).contains(itemKey)) {
            groups.addMembers(itemKey, Set.of(personId), clock.instant());
        }
    }

    private Item item(MessagingGroup group, String personId) {
        String leader = sight.roles().leaders(group.appointments()).stream()
                .filter(id -> !id.equals(personId))
                .findFirst()
                .orElse("");
        return new Item(
                group.id(), "BC.1.2", "Thêm vào nhóm " + group.name(), "/group/groups/" + group.id(), leader, false);
    }
}
