package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.HandedOperation;
import vn.quyche.group.api.members.HandedOperation.State;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaHandedStore;

/** Operations that leaders hand to members for a time. */
@Component
@Regulated({"BC.5.3", "BC.6.5"})
public final class DefaultGroupDelegations implements GroupDelegations {

    private static final String HANDED = "group.handed-operation";

    private final Acts acts;
    private final Access access;
    private final JpaGroupStore groups;
    private final JpaHandedStore store;
    private final GroupSight sight;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultGroupDelegations(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaGroupStore groups,
            @Reference JpaHandedStore store,
            @Reference GroupSight sight,
            @Reference Directory directory,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.groups = groups;
        this.store = store;
        this.sight = sight;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String hand(Caller caller, String groupId, NewHanding entered, String idempotencyKey) {
        Act act = Act.create(HANDED, "group.hand-operation", GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.performOnce(caller, idempotencyKey, act, log -> {
            sight.require(caller, groupId);
            MessagingGroup group = groups.lock(groupId).orElseThrow(() -> new NotFound("group.not-found", groupId));
            if (!group.open(sight.today())) {
                throw new Conflict("group.dissolved", group.name());
            }
            String giver = caller.personId()
                    .filter(person -> sight.roles().leads(group.appointments(), person))
                    .orElseThrow(() -> new Forbidden("group.not-leader"));
            HandedOperation handed = checked(caller, group, giver, entered);
            requireMember(group, handed.toPersonId());
            requireOnce(handed);
            store.insert(handed);
            log.subject(handed.id());
            log.changed(null, handed);
            return handed.id();
        });
    }

    @Override
    public HandedOperation end(Caller caller, String id, String reason) {
        Act act = Act.on(HANDED, id, "group.end-handing", GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            HandedOperation handed = store.find(id, sight.today()).orElseThrow(() -> new NotFound("group.no-handing"));
            MessagingGroup group = sight.require(caller, handed.groupId());
            boolean mine = caller.personId().filter(handed.toPersonId()::equals).isPresent();
            if (!mine && !leads(caller, group) && !access.allows(caller, GroupPermissions.SETTLE, Scope.school())) {
                throw new Forbidden("group.not-leader");
            }
            if (handed.state() == State.ENDED) {
                throw new Conflict("group.handing-ended");
            }
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 500);
            checks.orThrow();
            store.end(id, clock.instant(), caller.name(), why);
            log.note(why);
            HandedOperation ended = store.find(id, sight.today()).orElseThrow();
            log.changed(handed, ended);
            return ended;
        });
    }

    @Override
    public Page<HandedOperation> list(Caller caller, Query query, PageRequest page) {
        Map<String, MessagingGroup> seen = query
                .groupId()
                .map(id -> List.of(sight.require(caller, id)))
                .orElseGet(() -> sight.list(caller, Groups.Query.active()))
                .stream()
                .collect(Collectors.toMap(MessagingGroup::id, Function.identity()));
        return store.list(seen.keySet(), query, sight.today(), page)
                .map(one -> asItStands(seen.get(one.groupId()), one));
    }

    @Override
    public boolean mayHand(Caller caller, String groupId) {
        MessagingGroup group = sight.require(caller, groupId);
        return group.open(sight.today()) && leads(caller, group);
    }

    private HandedOperation checked(Caller caller, MessagingGroup group, String giver, NewHanding entered) {
        LocalDate today = sight.today();
        Checks checks = new Checks();
        checks.that(entered.operation() != null, "operation", "core.required");
        String receiver = checks.text("toPersonId", entered.toPersonId(), 1, 26);
        String reason = checks.text("reason", entered.reason(), 1, 500);
        checks.that(entered.from() != null, "from", "core.required");
        checks.that(entered.to() != null, "to", "core.required");
        checks.orThrow();
        checks.that(!receiver.equals(giver), "toPersonId", "group.hand-to-self");
        checks.that(!entered.from().isBefore(today), "from", "group.hand-in-past");
        checks.that(!entered.to().isBefore(entered.from()), "to", "group.hand-ends-before");
        checks.that(
                ChronoUnit.DAYS.between(entered.from(), entered.to()) < LONGEST, "to", "group.hand-too-long", LONGEST);
        checks.orThrow();
        return new HandedOperation(
                ids.next(),
                group.id(),
                group.name(),
                entered.operation(),
                giver,
                caller.name(),
                receiver,
                directory.names(Set.of(receiver)).getOrDefault(receiver, receiver),
                entered.from(),
                entered.to(),
                reason,
                clock.instant(),
                Optional.empty(),
                "",
                entered.from().isAfter(today) ? State.PLANNED : State.RUNNING);
    }

    /** Only members: by the rule today, and not somebody who was confirmed to be gone. */
    @Regulated({"BC.5.3", "BC.6.5"})
    private void requireMember(MessagingGroup group, String personId) {
        if (!sight.membership().ids(group.rule()).contains(personId)) {
            throw new Refused(
                    "BC.5.3",
                    "group.hand-to-outsider",
                    group.name(),
                    directory.names(Set.of(personId)).getOrDefault(personId, personId));
        }
    }

    private void requireOnce(HandedOperation handed) {
        boolean overlaps = store.standing(handed.groupId(), handed.toPersonId(), sight.today()).stream()
                .filter(one -> one.operation() == handed.operation())
                .anyMatch(one ->
                        !one.from().isAfter(handed.to()) && !handed.from().isAfter(one.to()));
        if (overlaps) {
            throw new Conflict("group.handed-already", handed.toName());
        }
    }

    private boolean leads(Caller caller, MessagingGroup group) {
        return caller.personId()
                .filter(person -> sight.roles().leads(group.appointments(), person))
                .isPresent();
    }

    /** What was handed on is over as soon as giver or receiver lost their place. */
    private HandedOperation asItStands(MessagingGroup group, HandedOperation one) {
        return one.state() == State.ENDED || sight.roles().stands(group, one)
                ? one
                : new HandedOperation(
                        one.id(),
                        one.groupId(),
                        one.groupName(),
                        one.operation(),
                        one.fromPersonId(),
                        one.fromName(),
                        one.toPersonId(),
                        one.toName(),
                        one.from(),
                        one.to(),
                        one.reason(),
                        one.givenAt(),
                        one.endedAt(),
                        one.endedBy(),
                        State.ENDED);
    }
}
