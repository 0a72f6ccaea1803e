package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.compliance.SchoolPeriod;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.SortedRows;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.InspectionReport;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.NewFinding;
import vn.quyche.group.api.inspection.NewInspection;
import vn.quyche.group.api.inspection.PlannedInspection;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.model.InspectionCount;
import vn.quyche.group.internal.model.InspectionSeal;
import vn.quyche.group.internal.store.JpaDecisionStore;
import vn.quyche.group.internal.store.JpaGroupHistoryStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaInspectionStore;

/** Reports on inspections from the first draft to the last remedy. What was found stays out of the audit log. */
@Component
public final class DefaultInspections implements Inspections {

    /** The kind of thing that acts name. */
    static final String INSPECTION = "group.inspection";

    private static final SortedRows<PlannedInspection> PLAN = SortedRows.of(
                    "group.inspection-plan", "due", PlannedInspection::code)
            .by("due", LocalDate.class, PlannedInspection::dueOn);
    private static final String FINDING = "group.finding";
    private static final String MAX_PINS = "group.max-pins";
    private static final String SECOND_TERM = "compliance.second-term-from";
    private static final int MAX_DAYS = 732;
    private static final int MAX_FINDINGS = 200;
    private static final Groups.Query EVERY =
            new Groups.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    private final Acts acts;
    private final Access access;
    private final JpaInspectionStore store;
    private final JpaGroupHistoryStore history;
    private final JpaDecisionStore decisions;
    private final JpaGroupStore groups;
    private final InspectionPlanning planning;
    private final GroupSight sight;
    private final Directory directory;
    private final Regulations regulations;
    private final Screening screening;
    private final Duties duties;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultInspections(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaInspectionStore store,
            @Reference JpaGroupHistoryStore history,
            @Reference JpaDecisionStore decisions,
            @Reference JpaGroupStore groups,
            @Reference InspectionPlanning planning,
            @Reference GroupSight sight,
            @Reference Directory directory,
            @Reference Regulations regulations,
            @Reference Screening screening,
            @Reference Duties duties,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.history = history;
        this.decisions = decisions;
        this.groups = groups;
        this.planning = planning;
        this.sight = sight;
        this.directory = directory;
        this.regulations = regulations;
        this.screening = screening;
        this.duties = duties;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Inspection> list(Caller caller, Query query, PageRequest page) {
        boolean reads = reads(caller);
        List<String> seen = sight.list(caller, EVERY).stream()
                .filter(group -> reads || leads(caller, group))
                .map(MessagingGroup::id)
                .toList();
        return store.list(query, seen, !reads, page);
    }

    @Override
    public InspectionReport get(Caller caller, String inspectionId) {
        return report(seen(caller, store.find(inspectionId), inspectionId));
    }

    @Override
    public Rights rights(Caller caller, String inspectionId) {
        Inspection inspection = seen(caller, store.find(inspectionId), inspectionId);
        return new Rights(inspection.draft() && inspects(caller), !inspection.draft() && remedies(caller, inspection));
    }

    @Override
    @Regulated("BC.7.2")
    public String begin(Caller caller, NewInspection entered, String key) {
        Act act = Act.create(INSPECTION, "group.begin-inspection", GroupPermissions.INSPECT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            if (entered.groupId() == null || entered.groupId().isBlank()) {
                throw new Invalid("groupId", "core.required");
            }
            DaySpan days = days(entered);
            MessagingGroup group = sight.require(caller, entered.groupId());
            groups.lock(group.id());
            List<GroupDecision> official = decisions.officialWithin(group.id(), days.from(), days.to());
            if (official.isEmpty()) {
                throw new Conflict("group.not-official-then", group.name());
            }
            if (store.stands(group.id(), days.from(), days.to())) {
                throw new Conflict("group.inspection-exists", group.name());
            }
            Inspection begun = new Inspection(
                    ids.next(),
                    group.id(),
                    group.code(),
                    official.get(official.size() - 1).name(),
                    days.from(),
                    days.to(),
                    person(caller),
                    caller.name(),
                    "",
                    Inspection.State.DRAFT,
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    "",
                    1);
            store.insert(begun);
            log.subject(begun.id());
            log.changed(null, Map.of("groupId", group.id(), "from", days.from(), "to", days.to()));
            return begun.id();
        });
    }

    @Override
    public Inspection conclude(Caller caller, String inspectionId, long version, String conclusion) {
        return write(caller, inspectionId, "group.conclude-inspection", (draft, log) -> {
            require(draft, version);
            Checks checks = new Checks();
            String text = checks.text("conclusion", conclusion, 0, 4000);
            checks.orThrow();
            screening.requireText(caller, "conclusion", text);
            Inspection after = with(draft, text, draft.version() + 1);
            store.update(after);
            log.changed(Map.of("version", version), Map.of("version", after.version()));
            return after;
        });
    }

    @Override
    public String find(Caller caller, String inspectionId, NewFinding entered, String key) {
        Act act = Act.create(FINDING, "group.add-finding", GroupPermissions.INSPECT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Inspection draft = draft(caller, inspectionId);
            Checks checks = new Checks();
            checks.that(entered.kind() != null, "kind", "core.required");
            String text = checks.text("text", entered.text(), 1, 4000);
            String remedy = checks.text("remedy", entered.remedy(), 1, 2000);
            LocalDate today = sight.today();
            if (entered.dueOn() == null) {
                checks.add("dueOn", "core.required");
            } else {
                checks.that(!entered.dueOn().isBefore(today), "dueOn", "group.finding-due-before-today");
                checks.that(!entered.dueOn().isAfter(today.plusDays(MAX_DAYS)), "dueOn", "group.finding-due-too-far");
            }
            checks.orThrow();
            screening.requireText(caller, "text", text);
            screening.requireText(caller, "remedy", remedy);
            if (store.findings(draft.id()).size() >= MAX_FINDINGS) {
                throw new Conflict("group.too-many-findings", MAX_FINDINGS);
            }
            Finding finding = new Finding(
                    ids.next(), draft.id(), entered.kind(), text, remedy, entered.dueOn(), Optional.empty(), "", "");
            store.insert(finding, draft.groupId());
            log.subject(finding.id());
            log.changed(null, Map.of("inspectionId", draft.id(), "kind", finding.kind(), "dueOn", finding.dueOn()));
            return finding.id();
        });
    }

    @Override
    public void drop(Caller caller, String inspectionId, String findingId) {
        write(caller, inspectionId, "group.drop-finding", (draft, log) -> {
            Finding finding = finding(draft, findingId);
            store.deleteFinding(finding.id());
            log.changed(Map.of("findingId", finding.id(), "kind", finding.kind()), null);
            return null;
        });
    }

    @Override
    public void discard(Caller caller, String inspectionId) {
        write(caller, inspectionId, "group.discard-inspection", (draft, log) -> {
            store.delete(draft.id());
            log.changed(Map.of("groupId", draft.groupId(), "from", draft.from(), "to", draft.to()), null);
            return null;
        });
    }

    @Override
    @Regulated("BC.7.2")
    public Inspection sign(Caller caller, String inspectionId, long version) {
        return write(caller, inspectionId, "group.sign-inspection", (draft, log) -> {
            require(draft, version);
            LocalDate today = sight.today();
            List<Finding> findings = store.findings(draft.id());
            if (draft.conclusion().isBlank()) {
                throw new Invalid("conclusion", "group.inspection-without-conclusion");
            }
            if (findings.stream().anyMatch(finding -> finding.dueOn().isBefore(today))) {
                throw new Conflict("group.finding-due-past");
            }
            Optional<InspectionPlanning.Due> due = planning.due(today).stream()
                    .filter(one -> one.group().groupId().equals(draft.groupId()))
                    .findFirst();
            DaySpan days = official(draft);
            Instant asOf = asOf(days);
            InspectionCount count = count(draft, days, asOf);
            Instant now = clock.instant();
            Inspection unsealed = signed(draft, asOf, now, caller.name(), "");
            String hash = InspectionSeal.of(unsealed, count.figures(), count.lines(), findings);
            Inspection signed = signed(draft, asOf, now, caller.name(), hash);
            store.sign(signed, count.figures(), count.lines());
            lay(signed, findings);
            if (due.map(one -> signed.to().isAfter(one.anchor())
                            || one.inspectedTo().isEmpty())
                    .orElse(true)) {
                planning.settle(due, signed.groupId(), today, signed.id());
            }
            log.changed(
                    Map.of("state", Inspection.State.DRAFT),
                    Map.of("state", Inspection.State.SIGNED, "hash", signed.hash(), "findings", findings.size()));
            return signed;
        });
    }

    @Override
    @Regulated("BC.7.2")
    public Finding remedy(Caller caller, String inspectionId, String findingId, String remark) {
        Act act = Act.on(INSPECTION, inspectionId, "group.remedy-finding", GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            Inspection inspection = seen(caller, store.lock(inspectionId), inspectionId);
            if (inspection.draft()) {
                throw new Conflict("group.inspection-not-signed");
            }
            if (!remedies(caller, inspection)) {
                throw new Forbidden("group.remedy-not-leader");
            }
            Finding open = finding(inspection, findingId);
            if (!open.open()) {
                throw new Conflict("group.finding-remedied", open.remediedBy());
            }
            Checks checks = new Checks();
            String text = checks.text("remark", remark, 1, 4000);
            checks.orThrow();
            screening.requireText(caller, "remark", text);
            Finding remedied = new Finding(
                    open.id(),
                    open.inspectionId(),
                    open.kind(),
                    open.text(),
                    open.remedy(),
                    open.dueOn(),
                    Optional.of(clock.instant()),
                    caller.name(),
                    text);
            store.remedied(remedied);
            caller.personId().ifPresent(person -> duties.done(dutyKey(open.id(), person), inspectionId));
            settleForOthers(inspection, open);
            log.changed(Map.of("findingId", open.id(), "open", true), Map.of("findingId", open.id(), "open", false));
            return remedied;
        });
    }

    @Override
    public Page<PlannedInspection> plan(Caller caller, boolean lateOnly, PageRequest page) {
        SortedRows.Query<PlannedInspection> wanted = PLAN.query(page);
        access.require(caller, GroupPermissions.INSPECTIONS, Scope.school());
        LocalDate today = sight.today();
        Set<String> seen = new HashSet<>();
        sight.list(caller, EVERY).forEach(group -> seen.add(group.id()));
        return wanted.page(planning.due(today).stream()
                .filter(due -> seen.contains(due.group().groupId()))
                .map(due -> new PlannedInspection(
                        due.group().groupId(),
                        due.group().code(),
                        due.group().name(),
                        due.inspectedTo(),
                        due.dueOn(),
                        due.dueOn().isBefore(today)))
                .filter(one -> !lateOnly || one.late()));
    }

    /** When the office records it, the duty of the leaders is done as well; one of several leaders does it for all. */
    private void settleForOthers(Inspection inspection, Finding finding) {
        groups.find(inspection.groupId())
                .ifPresent(group -> sight.responsible(group)
                        .forEach(person -> duties.done(dutyKey(finding.id(), person), inspection.id())));
        duties.withdraw(FINDING, finding.id(), inspection.id());
    }

    /** Each finding becomes a duty of the leaders; of the office where the group has none. */
    private void lay(Inspection signed, List<Finding> findings) {
        MessagingGroup group = groups.find(signed.groupId()).orElseThrow();
        Set<String> people = sight.responsible(group);
        duties.assign(findings.stream()
                .flatMap(finding -> people.stream().map(person -> duty(signed, finding, person, group)))
                .toList());
    }

    private static NewDuty duty(Inspection signed, Finding finding, String person, MessagingGroup group) {
        return new NewDuty(
                dutyKey(finding.id(), person),
                "group.remedy-finding",
                "BC.7.2",
                "Khắc phục kết quả kiểm tra nhóm " + Discretion.name(group),
                person,
                FINDING,
                finding.id(),
                "/group/inspections/" + signed.id(),
                VietnamTime.endOf(finding.dueOn()),
                List.of(Duration.ofDays(1)),
                List.of(new Escalation(Duration.ZERO, Discretion.superior(group))));
    }

    private static String dutyKey(String findingId, String personId) {
        return FINDING + ":" + findingId + ":" + personId;
    }

    /** The days that are asked for. */
    private DaySpan days(NewInspection entered) {
        LocalDate today = sight.today();
        DaySpan days = entered.period() == null || entered.period().isBlank()
                ? between(entered.from(), entered.to())
                : SchoolPeriod.of(entered.period().strip(), regulations.text(SECOND_TERM, today))
                        .orElseThrow(() -> new Invalid("period", "group.period-unknown"));
        if (days.to().isAfter(today)) {
            throw new Invalid(entered.to() == null ? "period" : "to", "group.period-in-future");
        }
        if (days.days() > MAX_DAYS) {
            throw new Invalid("from", "group.period-too-long");
        }
        return days;
    }

    private static DaySpan between(LocalDate from, LocalDate to) {
        Checks checks = new Checks();
        checks.that(from != null, "from", "core.required");
        checks.that(to != null, "to", "core.required");
        checks.orThrow();
        if (to.isBefore(from)) {
            throw new Invalid("to", "group.period-reversed");
        }
        return new DaySpan(from, to);
    }

    /** The days of the period on which the group was official. */
    private DaySpan official(Inspection inspection) {
        List<GroupDecision> held = decisions.officialWithin(inspection.groupId(), inspection.from(), inspection.to());
        if (held.isEmpty()) {
            throw new Conflict("group.not-official-then", inspection.groupName());
        }
        GroupDecision last = held.get(held.size() - 1);
        LocalDate begin = latest(inspection.from(), held.get(0).effectiveOn());
        LocalDate end = inspection.to();
        if (last.untilOn().filter(until -> !until.isAfter(inspection.to())).isPresent()) {
            end = last.untilOn().orElseThrow().minusDays(1);
        }
        LocalDate lastDay = end;
        end = last.endsOn().filter(lastDay::isAfter).orElse(lastDay);
        return new DaySpan(begin, latest(begin, end));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Instant asOf(DaySpan days) {
        Instant end = VietnamTime.endOf(days.to());
        Instant now = clock.instant();
        return end.isAfter(now) ? now : end;
    }

    private InspectionCount count(Inspection inspection, DaySpan days, Instant asOf) {
        return new InspectionCount(
                history.facts(inspection.groupId(), days, asOf), directory, regulations.intValue(MAX_PINS, days.to()));
    }

    private InspectionReport report(Inspection inspection) {
        List<Finding> findings = store.findings(inspection.id());
        if (inspection.draft()) {
            DaySpan days = official(inspection);
            Instant asOf = asOf(days);
            InspectionCount count = count(inspection, days, asOf);
            return new InspectionReport(
                    inspection, asOf, count.figures(), count.lines(), findings, true, inspection.version());
        }
        var figures = store.figures(inspection.id());
        var lines = store.lines(inspection.id());
        boolean intact = InspectionSeal.of(inspection, figures, lines, findings).equals(inspection.hash());
        return new InspectionReport(
                inspection, inspection.asOf().orElseThrow(), figures, lines, findings, intact, inspection.version());
    }

    /** What is done with a locked draft. */
    private interface Writing<T> {
        T run(Inspection draft, ActLog log);
    }

    private <T> T write(Caller caller, String inspectionId, String action, Writing<T> work) {
        Act act = Act.on(INSPECTION, inspectionId, action, GroupPermissions.INSPECT, Scope.school());
        return acts.perform(caller, act, log -> work.run(draft(caller, inspectionId), log));
    }

    private Inspection draft(Caller caller, String inspectionId) {
        Inspection found = seen(caller, store.lock(inspectionId), inspectionId);
        if (!found.draft()) {
            throw new Conflict("group.inspection-signed");
        }
        return found;
    }

    private static void require(Inspection draft, long version) {
        if (draft.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
    }

    private Finding finding(Inspection inspection, String findingId) {
        return store.findings(inspection.id()).stream()
                .filter(one -> one.id().equals(findingId))
                .findFirst()
                .orElseThrow(() -> new NotFound("group.finding-not-found", findingId));
    }

    private Inspection seen(Caller caller, Optional<Inspection> found, String inspectionId) {
        return found.filter(one -> groups.find(one.groupId())
                        .filter(group -> sight.sees(caller, group))
                        .filter(group -> reads(caller) || !one.draft() && leads(caller, group))
                        .isPresent())
                .orElseThrow(() -> new NotFound("group.inspection-not-found", inspectionId));
    }

    private boolean reads(Caller caller) {
        return access.allows(caller, GroupPermissions.INSPECTIONS, Scope.school());
    }

    private boolean inspects(Caller caller) {
        return access.allows(caller, GroupPermissions.INSPECT, Scope.school());
    }

    private boolean remedies(Caller caller, Inspection inspection) {
        return inspects(caller)
                || groups.find(inspection.groupId())
                        .filter(group -> leads(caller, group))
                        .isPresent();
    }

    private boolean leads(Caller caller, MessagingGroup group) {
        return caller.personId()
                .filter(id -> sight.roles().leads(group.appointments(), id))
                .isPresent();
    }

    private static Inspection with(Inspection draft, String conclusion, long version) {
        return new Inspection(
                draft.id(),
                draft.groupId(),
                draft.groupCode(),
                draft.groupName(),
                draft.from(),
                draft.to(),
                draft.inspectorId(),
                draft.inspectorName(),
                conclusion,
                draft.state(),
                draft.madeAt(),
                draft.asOf(),
                draft.signedAt(),
                draft.signedBy(),
                draft.hash(),
                version);
    }

    private static Inspection signed(Inspection draft, Instant asOf, Instant at, String by, String hash) {
        return new Inspection(
                draft.id(),
                draft.groupId(),
                draft.groupCode(),
                draft.groupName(),
                draft.from(),
                draft.to(),
                draft.inspectorId(),
                draft.inspectorName(),
                draft.conclusion(),
                Inspection.State.SIGNED,
                draft.madeAt(),
                Optional.of(asOf),
                Optional.of(at),
                by,
                hash,
                draft.version() + 1);
    }

    private static String person(Caller caller) {
        return caller.personId().orElseThrow(() -> new Forbidden("group.inspector-unknown"));
    }
}
