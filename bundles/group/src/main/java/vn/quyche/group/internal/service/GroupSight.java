package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.model.Membership;
import vn.quyche.group.internal.model.RoleHolders;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaHandedStore;

/**
 * Which groups a caller sees: those to which they belong or in which they have a role; all with {@code group:read}; of the
 * sensitive ones only their own, unless {@code group:read-sensitive} is held.
 */
@Component(service = GroupSight.class)
public final class GroupSight {

    private static final int BATCH = 200;

    private final JpaGroupStore groups;
    private final Directory directory;
    private final Access access;
    private final JpaHandedStore handed;
    private final Clock clock;

    @Activate
    public GroupSight(
            @Reference JpaGroupStore groups,
            @Reference JpaHandedStore handed,
            @Reference Directory directory,
            @Reference Access access,
            @Reference Clock clock) {
        this.groups = groups;
        this.handed = handed;
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

    /** Who has roles in groups today, and what was handed on. */
    public RoleHolders roles() {
        return new RoleHolders(directory, today(), handed);
    }

    /**
     * The ids of those to whom the duties of a group's leader fall today: its leaders, else their deputies, else who sees to
     * it in their place ({@link Discretion#deputy}).
     */
    public Set<String> responsible(MessagingGroup group) {
        Set<String> answering = roles().answering(group.appointments());
        return answering.isEmpty()
                ? Discretion.deputy(group, directory, today()).map(Set::of).orElseGet(Set::of)
                : answering;
    }

    /** Whether the caller confirms who is in a group: its leaders and administrators, and the office. */
    public boolean settles(Caller caller, MessagingGroup group) {
        return access.allows(caller, GroupPermissions.SETTLE, Scope.school())
                || caller.personId()
                        .filter(person -> roles().maySettle(group, person))
                        .isPresent();
    }

    /** A group that the caller may see. */
    public MessagingGroup require(Caller caller, String groupId) {
        return groups.find(groupId)
                .filter(group -> sees(caller, group))
                .orElseThrow(() -> new NotFound("group.not-found", groupId));
    }

    /** Whether the caller may see a group. */
    public boolean sees(Caller caller, MessagingGroup group) {
        // permissions are in memory; who belongs to the group and holds its roles is asked of the directory
        return caller.isSystem() || seesOthers(caller, group) || isMine(caller, group);
    }

    /** Whether the caller belongs to a group or has a role in it. */
    public boolean isMine(Caller caller, MessagingGroup group) {
        return caller.personId()
                .filter(person -> !roles().roles(group.appointments(), person).isEmpty()
                        || membership().ids(group.rule()).contains(person))
                .isPresent();
    }

    /** A page of the groups that the caller may see. */
    public Page<MessagingGroup> page(Caller caller, Groups.Query query, PageRequest page) {
        return page(query, page, group -> query.mine() ? isMine(caller, group) : sees(caller, group));
    }

    /** A page of the groups that are wanted, whoever asks. */
    public Page<MessagingGroup> page(Groups.Query query, PageRequest page, Predicate<MessagingGroup> wanted) {
        return Sifted.page(
                page,
                BATCH,
                batch -> groups.ids(query, batch),
                ids -> groups.byId(ids).values().stream().filter(wanted).toList(),
                MessagingGroup::id);
    }

    /** All groups that the caller may see, by name. */
    public List<MessagingGroup> list(Caller caller, Groups.Query query) {
        return Page.every(page -> page(caller, query, page)).toList();
    }

    /** All groups that are wanted, by name, whoever asks. */
    public List<MessagingGroup> select(Groups.Query query, Predicate<MessagingGroup> wanted) {
        return Page.every(page -> page(query, page, wanted)).toList();
    }

    /** The ids of all groups that the caller may see, or of the one that is asked for. */
    public List<String> visible(Caller caller, Optional<String> groupId) {
        if (groupId.isPresent()) {
            return List.of(require(caller, groupId.get()).id());
        }
        Groups.Query all =
                new Groups.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        return list(caller, all).stream().map(MessagingGroup::id).toList();
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
