package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.model.Membership;
import vn.quyche.group.internal.model.RoleHolders;
import vn.quyche.group.internal.store.JpaGroupStore;

/**
 * Which groups a caller sees: those to which they belong or in which they have a role; all with {@code group:read}; of the
 * sensitive ones only their own, unless {@code group:read-sensitive} is held.
 */
@Component(service = GroupSight.class)
public final class GroupSight {

    private static final int BATCH = 200;
    private static final int ALL = 5_000;

    private final JpaGroupStore groups;
    private final Directory directory;
    private final Access access;
    private final Clock clock;

    @Activate
    public GroupSight(
            @Reference JpaGroupStore groups,
            @Reference Directory directory,
            @Reference Access access,
            @Reference Clock clock) {
        this.groups = groups;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /** Today in Vietnam. */
    public LocalDate today() {
        return VietnamTime.today(clock);
    }

    /** Who belongs to groups today. */
    public Membership membership() {
        return new Membership(directory, today());
    }

    /** Who has roles in groups today. */
    public RoleHolders roles() {
        return new RoleHolders(directory, today());
    }

    /** A group that the caller may see. */
    public MessagingGroup require(Caller caller, String groupId) {
        return groups.find(groupId)
                .filter(group -> sees(caller, group))
                .orElseThrow(() -> new NotFound("group.not-found", groupId));
    }

    /** Whether the caller may see a group. */
    public boolean sees(Caller caller, MessagingGroup group) {
        return caller.isSystem() || isMine(caller, group) || seesOthers(caller, group);
    }

    /** Whether the caller belongs to a group or has a role in it. */
    public boolean isMine(Caller caller, MessagingGroup group) {
        return caller.personId()
                .filter(person -> !roles().roles(group.appointments(), person).isEmpty()
                        || membership().ids(group.rule()).contains(person))
                .isPresent();
    }

    /** Up to {@code limit} groups that the caller may see, by name. */
    public List<MessagingGroup> list(Caller caller, Groups.Query query, Optional<String> after, int limit) {
        List<MessagingGroup> seen = new ArrayList<>();
        Optional<String> cursor = after;
        while (true) {
            List<MessagingGroup> batch = groups.list(query, cursor, BATCH);
            for (MessagingGroup group : batch) {
                if (query.mine() ? isMine(caller, group) : sees(caller, group)) {
                    seen.add(group);
                    if (seen.size() == limit) {
                        return seen;
                    }
                }
            }
            if (batch.size() < BATCH) {
                return seen;
            }
            cursor = Optional.of(JpaGroupStore.cursor(batch.get(BATCH - 1)));
        }
    }

    /** The ids of all groups that the caller may see, or of the one that is asked for. */
    public List<String> visible(Caller caller, Optional<String> groupId) {
        if (groupId.isPresent()) {
            return List.of(require(caller, groupId.get()).id());
        }
        Groups.Query all =
                new Groups.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        return list(caller, all, Optional.empty(), ALL).stream()
                .map(MessagingGroup::id)
                .toList();
    }

    /** Whether the caller leads a group. */
    public boolean leads(Caller caller, MessagingGroup group) {
        return caller.personId()
                .filter(person -> roles().leads(group.appointments(), person))
                .isPresent();
    }

    private boolean seesOthers(Caller caller, MessagingGroup group) {
        if (group.kind().sensitive()) {
            return access.allows(caller, GroupPermissions.READ_SENSITIVE, Scope.school());
        }
        return access.allows(caller, GroupPermissions.READ, Scope.school());
    }
}
