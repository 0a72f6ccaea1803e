package vn.quyche.group.internal.duty;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.spi.LeavingSource;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.service.GroupSight;
import vn.quyche.group.internal.store.JpaGroupStore;

/** Groups that somebody who leaves the school has to leave. Clause BC.7.3. */
@Component
@Regulated("BC.7.3")
public final class GroupLeaving implements LeavingSource {

    private final JpaGroupStore groups;
    private final GroupSight sight;
    private final Clock clock;

    @Activate
    public GroupLeaving(@Reference JpaGroupStore groups, @Reference GroupSight sight, @Reference Clock clock) {
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
        List<Item> items = new ArrayList<>();
        for (String groupId : groups.groupsOf(personId)) {
            groups.find(groupId).ifPresent(group -> items.add(item(group, personId)));
        }
        return items;
    }

    @Override
    public void settled(String personId, String itemKey) {
        groups.removeMembers(itemKey, Set.of(personId), clock.instant());
    }

    private Item item(MessagingGroup group, String personId) {
        String leader = sight.roles().leaders(group.appointments()).stream()
                .filter(id -> !id.equals(personId))
                .findFirst()
                .orElse("");
        return new Item(group.id(), "BC.7.3", "Rời nhóm " + group.name(), "/group/groups/" + group.id(), leader);
    }
}
