package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupEdition;
import vn.quyche.group.api.GroupMember;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.ListedGroup;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.internal.model.RoleHolders;
import vn.quyche.group.internal.store.JpaDecisionStore;
import vn.quyche.group.internal.store.JpaGroupHistoryStore;
import vn.quyche.group.internal.store.JpaGroupStore;

/** The register of groups. */
@Component
public final class DefaultGroups implements Groups {

    private static final String GROUP = "group.group";

    private final Acts acts;
    private final Access access;
    private final JpaGroupStore store;
    private final PostingGuard posting;
    private final GroupSight sight;
    private final GroupInput input;
    private final GroupDeciding deciding;
    private final JpaDecisionStore decisions;
    private final JpaGroupHistoryStore history;
    private final GroupWords words;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultGroups(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaGroupStore store,
            @Reference PostingGuard posting,
            @Reference GroupSight sight,
            @Reference GroupDeciding deciding,
            @Reference JpaDecisionStore decisions,
            @Reference JpaGroupHistoryStore history,
            @Reference GroupWords words,
            @Reference Directory directory,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.posting = posting;
        this.sight = sight;
        this.deciding = deciding;
        this.decisions = decisions;
        this.history = history;
        this.words = words;
        this.input = new GroupInput(directory);
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<MessagingGroup> list(Caller caller, Query query, PageRequest page) {
        return sight.page(caller, query, page);
    }

    @Override
    public MessagingGroup get(Caller caller, String groupId) {
        return sight.require(caller, groupId);
    }

    @Override
    @Regulated("BC.0.1")
    public String register(Caller caller, NewGroup entered, String lookAlikeReason, String idempotencyKey) {
        Act act = Act.create(GROUP, "group.register", GroupPermissions.REGISTER, Scope.school());
        return acts.performOnce(caller, idempotencyKey, act, log -> {
            NewGroup group = input.check(entered, sight.today());
            Checks checks = new Checks();
            String alike = checks.text("lookAlikeReason", lookAlikeReason, 0, 500);
            checks.orThrow();
            deciding.requireDistinct(group.name(), "", alike);
            MessagingGroup registered =
                    GroupInput.begun(ids.next(), store.nextCode(), group, GroupStatus.ACTIVE, clock.instant());
            store.insert(registered);
            deciding.recognised(caller, registered, alike);
            log.subject(registered.id());
            log.changed(null, registered);
            log.emit(event("group.group-registered.v1", registered));
            return registered.id();
        });
    }

    @Override
    public MessagingGroup change(Caller caller, String groupId, long version, NewGroup entered) {
        Act act = Act.on(GROUP, groupId, "group.change", GroupPermissions.REGISTER, Scope.school());
        return acts.perform(caller, act, log -> {
            MessagingGroup before = locked(caller, groupId, version);
            boolean proposed = before.status() == GroupStatus.PROPOSED;
            NewGroup group =
                    proposed ? input.checkProposal(entered, sight.today()) : input.check(entered, sight.today());
            if (!proposed) {
                requireSameStanding(before, group);
            }
            MessagingGroup after = new MessagingGroup(
                    before.id(),
                    before.code(),
                    group.name(),
                    group.kind(),
                    group.platform(),
                    group.purpose(),
                    group.rule(),
                    group.appointments(),
                    group.establishing(),
                    group.link(),
                    group.endsOn(),
                    before.status(),
                    before.dissolving(),
                    before.registeredAt(),
                    before.version() + 1);
            store.update(after, clock.instant());
            log.changed(before, after);
            log.emit(event("group.group-changed.v1", after));
            return after;
        });
    }

    @Override
    public MessagingGroup dissolve(Caller caller, String groupId, long version, Decision decision, String reason) {
        Act act = Act.on(GROUP, groupId, "group.dissolve", GroupPermissions.REGISTER, Scope.school());
        return acts.perform(
                caller,
                act,
                log -> deciding.decide(caller, log, groupId, version, deciding.disbanding(decision, reason)));
    }

    @Override
    public List<GroupMember> members(Caller caller, String groupId) {
        MessagingGroup group = sight.require(caller, groupId);
        Map<String, Instant> confirmed = store.members(groupId);
        Set<String> byRule = sight.membership().ids(group.rule());
        RoleHolders roles = sight.roles();
        return directory.names(confirmed.keySet()).entrySet().stream()
                .map(person -> new GroupMember(
                        person.getKey(),
                        person.getValue(),
                        roles.roles(group.appointments(), person.getKey()),
                        confirmed.get(person.getKey()),
                        byRule.contains(person.getKey())))
                .sorted(java.util.Comparator.comparing(member -> VietnameseText.nameSortKey(member.name())))
                .toList();
    }

    @Override
    public List<MemberDifference> differences(Caller caller, String groupId) {
        MessagingGroup group = sight.require(caller, groupId);
        return sight.membership()
                .differences(group.rule(), store.members(groupId).keySet());
    }

    @Override
    @Regulated({"BC.1.2", "BC.4.5"})
    public void confirmJoined(Caller caller, String groupId, Set<String> personIds) {
        settle(caller, groupId, "group.confirm-joined", (group, log) -> {
            Set<String> outsiders = new HashSet<>(personIds);
            outsiders.removeAll(sight.membership().ids(group.rule()));
            if (!outsiders.isEmpty()) {
                throw new Refused("BC.4.5", "group.outsider", group.name(), names(outsiders));
            }
            store.addMembers(groupId, personIds, clock.instant());
            log.changed(null, Map.of("joined", Set.copyOf(personIds)));
        });
    }

    @Override
    @Regulated("BC.1.2")
    public void confirmGone(Caller caller, String groupId, Set<String> personIds) {
        settle(caller, groupId, "group.confirm-gone", (group, log) -> {
            store.removeMembers(groupId, personIds, clock.instant());
            log.changed(Map.of("gone", Set.copyOf(personIds)), null);
        });
    }

    @Override
    public Page<ListedGroup> collect(Caller caller, PageRequest page) {
        access.require(caller, GroupPermissions.COLLECT, Scope.school());
        Query all = new Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        return sight.page(all, page, group -> true).map(group -> listed(group, sight.today(), caller.locale()));
    }

    @Override
    @Regulated("TB.1")
    public Page<ListedGroup> collect(Caller caller, LocalDate day, PageRequest page) {
        access.require(caller, GroupPermissions.COLLECT, Scope.school());
        Page<GroupDecision> official = decisions.officialOn(day, page);
        Map<String, MessagingGroup> groups =
                store.byId(official.items().stream().map(GroupDecision::groupId).collect(Collectors.toSet()));
        Map<String, GroupEdition> editions = history.asOf(groups.keySet(), day);
        return official.map(decision -> listed(
                asOf(groups.get(decision.groupId()), decision, editions.get(decision.groupId())),
                day,
                caller.locale()));
    }

    @Override
    public Rights rights(Caller caller, String groupId) {
        MessagingGroup group = sight.require(caller, groupId);
        boolean active = group.open(sight.today());
        boolean editable = group.status() == GroupStatus.ACTIVE || group.status() == GroupStatus.PROPOSED;
        RoleHolders roles = sight.roles();
        boolean issues = access.allowsSomewhere(caller, GroupPermissions.ISSUE);
        return new Rights(
                active && issues && mine(caller, person -> posting.allows(group, person)),
                active && issues && mine(caller, person -> roles.mayPin(group, person)),
                active && sight.settles(caller, group),
                editable && access.allows(caller, GroupPermissions.REGISTER, Scope.school()));
    }

    /** What settling does once the caller may. */
    private interface Settling {
        void run(MessagingGroup group, ActLog log);
    }

    private void settle(Caller caller, String groupId, String action, Settling work) {
        Act act = Act.on(GROUP, groupId, action, GroupPermissions.RECEIVE, Scope.own(caller));
        acts.perform(caller, act, log -> {
            MessagingGroup group = sight.require(caller, groupId);
            requireActive(group);
            if (!sight.settles(caller, group)) {
                throw new Forbidden("group.not-administrator", group.name());
            }
            work.run(group, log);
            return null;
        });
    }

    private static boolean mine(Caller caller, java.util.function.Predicate<String> test) {
        return caller.personId().filter(test).isPresent();
    }

    private MessagingGroup locked(Caller caller, String groupId, long version) {
        MessagingGroup group = store.lock(groupId)
                .filter(found -> sight.sees(caller, found))
                .orElseThrow(() -> new NotFound("group.not-found", groupId));
        if (group.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
        if (group.status() != GroupStatus.ACTIVE && group.status() != GroupStatus.PROPOSED) {
            throw new Conflict("group.dissolved", group.name());
        }
        return group;
    }

    private void requireActive(MessagingGroup group) {
        if (!group.open(sight.today())) {
            throw new Conflict("group.dissolved", group.name());
        }
    }

    @Regulated("TB.3")
    private static void requireSameStanding(MessagingGroup before, NewGroup group) {
        if (!group.name().equals(before.name())
                || group.platform() != before.platform()
                || !group.endsOn().equals(before.endsOn())) {
            throw new Refused("TB.3", "group.change-by-decision", before.name());
        }
    }

    /** The group as it was called, where it lived, who belonged and who did what in it when the decision held. */
    private static MessagingGroup asOf(MessagingGroup group, GroupDecision decision, GroupEdition edition) {
        return new MessagingGroup(
                group.id(),
                group.code(),
                decision.name(),
                group.kind(),
                decision.platform(),
                group.purpose(),
                edition.rule(),
                edition.appointments(),
                group.establishing(),
                group.link(),
                decision.endsOn(),
                decision.status(),
                Optional.empty(),
                group.registeredAt(),
                group.version());
    }

    private String names(Set<String> personIds) {
        Map<String, String> known = directory.names(personIds);
        return personIds.stream()
                .map(id -> known.getOrDefault(id, id))
                .sorted(java.util.Comparator.comparing(VietnameseText::nameSortKey))
                .limit(5)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private ListedGroup listed(MessagingGroup group, LocalDate day, Locale locale) {
        return new ListedGroup(
                group.id(),
                group.code(),
                group.name(),
                group.kind(),
                group.platform(),
                words.rule(group.rule(), locale),
                words.holders(group, GroupRole.OWNER, day, locale),
                words.holders(group, GroupRole.ADMIN, day, locale),
                group.establishing().number(),
                group.establishing().date(),
                group.status(),
                group.purpose());
    }

    private static Event event(String type, MessagingGroup group) {
        return new Event(
                type,
                group.id(),
                Map.of(
                        "code",
                        group.code(),
                        "name",
                        group.name(),
                        "kind",
                        group.kind().name()));
    }
}
