package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupEdition;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.LookAlike;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.NewGroupDecision;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.internal.store.JpaDecisionStore;
import vn.quyche.group.internal.store.JpaGroupHistoryStore;
import vn.quyche.group.internal.store.JpaGroupStore;

/** Proposals, decisions and the list of any day. */
@Component(service = {Recognition.class, DefaultRecognition.class})
public final class DefaultRecognition implements Recognition {

    private static final String GROUP = "group.group";
    private static final int BATCH = 200;

    private final Acts acts;
    private final Access access;
    private final JpaGroupStore groups;
    private final JpaDecisionStore decisions;
    private final JpaGroupHistoryStore history;
    private final GroupSight sight;
    private final GroupDeciding deciding;
    private final GroupInput input;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultRecognition(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaGroupStore groups,
            @Reference JpaDecisionStore decisions,
            @Reference JpaGroupHistoryStore history,
            @Reference GroupSight sight,
            @Reference GroupDeciding deciding,
            @Reference Directory directory,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.groups = groups;
        this.decisions = decisions;
        this.history = history;
        this.sight = sight;
        this.deciding = deciding;
        this.input = new GroupInput(directory);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String propose(Caller caller, NewGroup entered, String reason, String idempotencyKey) {
        Act act = Act.create(GROUP, "group.propose", GroupPermissions.REGISTER, Scope.school());
        return acts.performOnce(caller, idempotencyKey, act, log -> {
            NewGroup group = input.checkProposal(entered, sight.today());
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 500);
            checks.orThrow();
            MessagingGroup proposed =
                    GroupInput.begun(ids.next(), groups.nextCode(), group, GroupStatus.PROPOSED, clock.instant());
            groups.insert(proposed);
            log.subject(proposed.id());
            log.changed(null, proposed);
            log.note(why);
            return proposed.id();
        });
    }

    @Override
    @Regulated("TB.3")
    public MessagingGroup decide(Caller caller, String groupId, long version, NewGroupDecision decision) {
        Act act = Act.on(GROUP, groupId, "group.decide", GroupPermissions.REGISTER, Scope.school());
        return acts.perform(caller, act, log -> deciding.decide(caller, log, groupId, version, decision));
    }

    @Override
    @Regulated("TB.3")
    public MessagingGroup withdraw(Caller caller, String groupId, long version, String reason) {
        Act act = Act.on(GROUP, groupId, "group.withdraw-decision", GroupPermissions.REGISTER, Scope.school());
        return acts.perform(caller, act, log -> deciding.withdraw(caller, log, groupId, version, reason));
    }

    /** The register follows the decisions whose day has come; one that cannot be followed holds up no other. */
    public void takeEffect(Caller system, GroupDecision due) {
        Act act =
                Act.on(GROUP, due.groupId(), "group.decision-takes-effect", GroupPermissions.REGISTER, Scope.school());
        acts.perform(system, act, log -> {
            log.note(due.decision().number());
            deciding.takeEffect(log, due);
            return null;
        });
    }

    @Override
    public Optional<GroupDecision> pending(Caller caller, String groupId) {
        return decisions.pending(sight.require(caller, groupId).id());
    }

    @Override
    public Page<GroupEdition> editions(Caller caller, String groupId, PageRequest page) {
        MessagingGroup group = sight.require(caller, groupId);
        return history.editions(group.id(), page);
    }

    @Override
    @Regulated("TB.1")
    public Map<String, GroupEdition> editionsOn(Caller caller, Collection<String> groupIds, LocalDate day) {
        Map<String, MessagingGroup> known = groups.byId(Set.copyOf(groupIds));
        known.values().removeIf(group -> !sight.sees(caller, group));
        return history.asOf(known.keySet(), day);
    }

    @Override
    public Page<GroupDecision> decisions(Caller caller, Query query, PageRequest page) {
        return Sifted.page(
                page,
                BATCH,
                batch -> decisions.ids(query, batch),
                ids -> seen(caller, decisions.byIds(List.copyOf(ids))),
                GroupDecision::id);
    }

    @Override
    @Regulated("TB.1")
    public Page<GroupDecision> officialOn(Caller caller, LocalDate day, Optional<String> text, PageRequest page) {
        return Sifted.page(
                page,
                BATCH,
                batch -> decisions.idsOn(day, text, batch),
                ids -> seen(caller, decisions.byIds(List.copyOf(ids))),
                GroupDecision::id);
    }

    @Override
    @Regulated("TB.1")
    public Optional<GroupDecision> officialOn(Caller caller, String groupId, LocalDate day) {
        return decisions.officialOn(sight.require(caller, groupId).id(), day);
    }

    @Override
    public List<LookAlike> lookAlikes(Caller caller, String name, String exceptId) {
        access.require(caller, GroupPermissions.REGISTER, Scope.school());
        return deciding.lookAlikes(name, exceptId);
    }

    /** Those of decisions that are on groups that the caller may see. */
    private List<GroupDecision> seen(Caller caller, List<GroupDecision> found) {
        Map<String, MessagingGroup> known =
                groups.byId(found.stream().map(GroupDecision::groupId).collect(Collectors.toSet()));
        known.values().removeIf(group -> !sight.sees(caller, group));
        return found.stream()
                .filter(decision -> known.containsKey(decision.groupId()))
                .toList();
    }
}
