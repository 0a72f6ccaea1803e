package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.NameSkeleton;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.LookAlike;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroupDecision;
import vn.quyche.group.api.Platform;
import vn.quyche.group.internal.store.JpaDecisionStore;
import vn.quyche.group.internal.store.JpaGroupStore;

/** What deciding on a group does: checks the decision, changes the group, and keeps the decision with what then held. */
@Component(service = GroupDeciding.class)
public final class GroupDeciding {

    /** The subject of the duty to decide what becomes of a temporary group. */
    public static final String GROUP_END = "group.group-end";

    private final JpaGroupStore groups;
    private final JpaDecisionStore decisions;
    private final GroupSight sight;
    private final GroupInput input;
    private final Directory directory;
    private final Duties duties;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public GroupDeciding(
            @Reference JpaGroupStore groups,
            @Reference JpaDecisionStore decisions,
            @Reference GroupSight sight,
            @Reference Directory directory,
            @Reference Duties duties,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.groups = groups;
        this.decisions = decisions;
        this.sight = sight;
        this.input = new GroupInput(directory);
        this.directory = directory;
        this.duties = duties;
        this.ids = ids;
        this.clock = clock;
    }

    /** The official groups, but {@code exceptId}, whose names look like this one. */
    @Regulated("TB.2")
    public List<LookAlike> lookAlikes(String name, String exceptId) {
        String skeleton = NameSkeleton.of(name);
        return Stream.concat(groups.names().stream(), decisions.plannedNames().stream())
                .filter(other -> !other.id().equals(exceptId))
                .filter(other -> NameSkeleton.of(other.name()).equals(skeleton))
                .distinct()
                .toList();
    }

    /**
     * @throws Conflict {@code group.name-taken} when an active group bears the name
     * @throws Refused TB.2 {@code group.looks-alike} when one looks alike and no reason confirms the name
     */
    @Regulated("TB.2")
    void requireDistinct(String name, String exceptId, String reason) {
        if (groups.nameTaken(name, exceptId) || willBeTaken(name, exceptId)) {
            throw new Conflict("group.name-taken", name);
        }
        List<LookAlike> alike = reason.isBlank() ? lookAlikes(name, exceptId) : List.of();
        if (!alike.isEmpty()) {
            throw new Refused(
                    "TB.2",
                    "group.looks-alike",
                    name,
                    alike.stream()
                            .limit(5)
                            .map(other -> other.name() + " (" + other.code() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private boolean willBeTaken(String name, String exceptId) {
        String folded = VietnameseText.fold(name);
        return decisions.plannedNames().stream()
                .anyMatch(other -> !other.id().equals(exceptId)
                        && VietnameseText.fold(other.name()).equals(folded));
    }

    /** The decision by which the school itself dissolves a group, as of the day of the document. */
    NewGroupDecision disbanding(Decision decision, String reason) {
        return new NewGroupDecision(
                GroupDisposition.DISBAND,
                directory.school().name(),
                decision,
                reason,
                decision == null ? null : decision.date(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** Keeps the first decision on a group that is registered as recognised. */
    void recognised(Caller caller, MessagingGroup group, String lookAlikeReason) {
        keep(
                caller,
                group,
                false,
                new NewGroupDecision(
                        GroupDisposition.RECOGNISE,
                        directory.school().name(),
                        group.establishing(),
                        "",
                        group.establishing().date(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        lookAlikeReason));
    }

    /** Decides on a group, in the running act. */
    @Regulated({"TB.3", "BC.0.2"})
    MessagingGroup decide(Caller caller, ActLog log, String groupId, long version, NewGroupDecision entered) {
        if (entered == null) {
            throw new Invalid("disposition", "core.required");
        }
        MessagingGroup before = groups.lock(groupId)
                .filter(found -> sight.sees(caller, found))
                .orElseThrow(() -> new NotFound("group.not-found", groupId));
        if (before.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
        decisions.pending(groupId).ifPresent(waiting -> {
            throw new Conflict("group.decision-pending", before.name(), VietnamTime.day(waiting.effectiveOn()));
        });
        Optional<GroupDecision> last = decisions.last(groupId);
        NewGroupDecision ruling = check(before, last, entered);
        if (before.status() != ruling.disposition().from()) {
            throw new Conflict("group.not-decidable", before.name());
        }
        Optional<MessagingGroup> into = ruling.into().map(id -> target(caller, groupId, id));
        String name = ruling.name().orElse(before.name());
        if (ruling.disposition() == GroupDisposition.RECOGNISE || ruling.disposition() == GroupDisposition.RENAME) {
            requireDistinct(name, groupId, ruling.lookAlikeReason());
        }
        MessagingGroup after = new MessagingGroup(
                before.id(),
                before.code(),
                name,
                before.kind(),
                ruling.platform().orElse(before.platform()),
                before.purpose(),
                before.rule(),
                before.appointments(),
                ruling.disposition() == GroupDisposition.RECOGNISE ? ruling.decision() : before.establishing(),
                before.link(),
                ruling.endsOn().or(before::endsOn),
                ruling.disposition().to(),
                ruling.disposition().to() == GroupStatus.ACTIVE ? Optional.empty() : Optional.of(ruling.decision()),
                before.registeredAt(),
                before.version() + 1);
        boolean planned = ruling.effectiveOn().isAfter(sight.today());
        GroupDecision kept = keep(caller, after, planned, ruling);
        settleEnd(after, before, kept);
        log.note(ruling.reason());
        if (planned) {
            MessagingGroup waiting = touched(before);
            groups.update(waiting, clock.instant());
            log.changed(before, kept);
            return waiting;
        }
        groups.update(after, clock.instant());
        log.changed(before, after);
        tell(log, after, kept, into);
        return after;
    }

    /** The register follows a decision whose day has come, in the running act. */
    @Regulated({"TB.1", "TB.3"})
    void takeEffect(ActLog log, GroupDecision due) {
        MessagingGroup before = groups.lock(due.groupId()).orElseThrow();
        Optional<GroupDecision> waiting = decisions.pending(due.groupId()).filter(due::equals);
        if (waiting.isEmpty()) {
            return;
        }
        boolean active = due.status() == GroupStatus.ACTIVE;
        MessagingGroup after = new MessagingGroup(
                before.id(),
                before.code(),
                due.name(),
                before.kind(),
                due.platform(),
                before.purpose(),
                before.rule(),
                before.appointments(),
                due.disposition() == GroupDisposition.RECOGNISE ? due.decision() : before.establishing(),
                before.link(),
                due.endsOn(),
                due.status(),
                active ? Optional.empty() : Optional.of(due.decision()),
                before.registeredAt(),
                before.version() + 1);
        groups.update(after, clock.instant());
        decisions.tookEffect(due.id());
        log.changed(before, after);
        tell(log, after, due, due.into().flatMap(groups::find));
    }

    /** Takes a decision back before its day, in the running act. */
    @Regulated("TB.3")
    MessagingGroup withdraw(Caller caller, ActLog log, String groupId, long version, String reason) {
        MessagingGroup before = groups.lock(groupId)
                .filter(found -> sight.sees(caller, found))
                .orElseThrow(() -> new NotFound("group.not-found", groupId));
        if (before.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
        GroupDecision waiting =
                decisions.pending(groupId).orElseThrow(() -> new Conflict("group.no-pending", before.name()));
        Checks checks = new Checks();
        String why = checks.text("reason", reason, 1, 500);
        checks.orThrow();
        decisions.withdraw(waiting, clock.instant(), caller.name(), why);
        MessagingGroup after = touched(before);
        groups.update(after, clock.instant());
        log.changed(waiting, null);
        log.note(why);
        return after;
    }

    /** The group as it is, so that whoever saw it before sees that something was decided since. */
    private static MessagingGroup touched(MessagingGroup group) {
        return new MessagingGroup(
                group.id(),
                group.code(),
                group.name(),
                group.kind(),
                group.platform(),
                group.purpose(),
                group.rule(),
                group.appointments(),
                group.establishing(),
                group.link(),
                group.endsOn(),
                group.status(),
                group.dissolving(),
                group.registeredAt(),
                group.version() + 1);
    }

    private void tell(ActLog log, MessagingGroup after, GroupDecision kept, Optional<MessagingGroup> into) {
        if (after.status() != GroupStatus.ACTIVE) {
            duties.withdraw(InspectionPlanning.PLAN, after.id(), kept.decision().number());
            duties.withdraw(
                    DeclarationDuties.ATTESTATION, after.id(), kept.decision().number());
        }
        log.emit(event(kept, into));
        if (after.status() == GroupStatus.DISSOLVED || after.status() == GroupStatus.MERGED) {
            log.emit(new Event(
                    "group.group-dissolved.v1",
                    after.id(),
                    Map.of(
                            "code",
                            after.code(),
                            "name",
                            after.name(),
                            "kind",
                            after.kind().name())));
        }
    }

    private NewGroupDecision check(MessagingGroup group, Optional<GroupDecision> last, NewGroupDecision entered) {
        LocalDate today = sight.today();
        Checks checks = new Checks();
        GroupDisposition disposition = entered.disposition();
        checks.that(disposition != null, "disposition", "core.required");
        String authority = checks.text("authority", entered.authority(), 1, 200);
        Decision decision = input.decision(checks, "decision", entered.decision(), today);
        String reason = checks.text("reason", entered.reason(), 1, 500);
        String alike = checks.text("lookAlikeReason", entered.lookAlikeReason(), 0, 500);
        LocalDate effective = entered.effectiveOn();
        if (effective == null) {
            checks.add("effectiveOn", "core.required");
        } else {
            checks.that(!effective.isAfter(today.plusYears(1)), "effectiveOn", "group.effective-too-far");
            checks.that(
                    last.map(before -> !effective.isBefore(before.effectiveOn()))
                            .orElse(true),
                    "effectiveOn",
                    "group.effective-before-last");
            checks.that(
                    decision.date() == null || !effective.isBefore(decision.date()),
                    "effectiveOn",
                    "group.effective-before-decision");
        }
        Optional<String> name = Optional.empty();
        if (disposition == GroupDisposition.RENAME) {
            name = Optional.of(checks.text("name", entered.name().orElse(""), 1, 200));
            checks.that(!name.get().equals(group.name()), "name", "group.same-name");
        }
        Optional<Platform> platform = Optional.empty();
        if (disposition == GroupDisposition.MIGRATE_PLATFORM) {
            platform = entered.platform();
            checks.that(platform.isPresent(), "platform", "core.required");
            checks.that(!platform.equals(Optional.of(group.platform())), "platform", "group.same-platform");
        }
        Optional<String> into = Optional.empty();
        if (disposition == GroupDisposition.MERGE) {
            into = entered.into().filter(id -> !id.isBlank());
            checks.that(into.isPresent(), "into", "core.required");
        }
        Optional<LocalDate> endsOn = Optional.empty();
        if (disposition == GroupDisposition.KEEP && group.kind() == GroupKind.TEMPORARY) {
            endsOn = entered.endsOn();
            checks.that(endsOn.filter(day -> !day.isBefore(today)).isPresent(), "endsOn", "group.temporary-needs-end");
        }
        checks.orThrow();
        return new NewGroupDecision(
                disposition, authority, decision, reason, effective, name, platform, into, endsOn, alike);
    }

    private MessagingGroup target(Caller caller, String groupId, String intoId) {
        return groups.find(intoId)
                .filter(found -> sight.sees(caller, found))
                .filter(found -> !found.id().equals(groupId) && found.open(sight.today()))
                .orElseThrow(() -> new Conflict("group.merge-target"));
    }

    private GroupDecision keep(Caller caller, MessagingGroup group, boolean pending, NewGroupDecision ruling) {
        GroupDecision kept = new GroupDecision(
                ids.next(),
                group.id(),
                decisions.nextPlace(group.id()),
                ruling.disposition(),
                ruling.authority(),
                ruling.decision(),
                ruling.reason(),
                ruling.lookAlikeReason(),
                ruling.effectiveOn(),
                Optional.empty(),
                ruling.into(),
                group.code(),
                group.name(),
                group.platform(),
                group.endsOn(),
                group.status(),
                Optional.of(clock.instant()),
                caller.personId()
                        .map(person -> directory.names(List.of(person)).getOrDefault(person, ""))
                        .orElse(""),
                pending,
                Optional.empty(),
                "",
                "");
        decisions.insert(kept);
        return kept;
    }

    /** Whoever had to decide what becomes of a temporary group has done so. */
    private void settleEnd(MessagingGroup after, MessagingGroup before, GroupDecision kept) {
        boolean settled =
                after.status() != GroupStatus.ACTIVE || !after.endsOn().equals(before.endsOn());
        if (settled && before.endsOn().isPresent()) {
            for (String leader : sight.responsible(before)) {
                duties.done(endKey(before, leader), kept.decision().number());
            }
            duties.withdraw(GROUP_END, before.id(), kept.decision().number());
        }
    }

    /** The key of the duty of a leader to decide what becomes of a temporary group after its last day. */
    public static String endKey(MessagingGroup group, String personId) {
        return "group.decide-end:" + group.id() + ":" + group.endsOn().orElseThrow() + ":" + personId;
    }

    private static Event event(GroupDecision decision, Optional<MessagingGroup> into) {
        return new Event(
                "group.group-decided.v1",
                decision.groupId(),
                Map.of(
                        "code", decision.code(),
                        "name", decision.name(),
                        "disposition", decision.disposition().name(),
                        "number", decision.decision().number(),
                        "effectiveOn", decision.effectiveOn().toString(),
                        "into", into.map(MessagingGroup::code).orElse("")));
    }
}
