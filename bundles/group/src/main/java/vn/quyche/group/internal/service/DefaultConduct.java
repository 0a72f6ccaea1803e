package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.CaseStep;
import vn.quyche.group.api.conduct.ChangeTopic;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;
import vn.quyche.group.api.conduct.IncidentTopic;
import vn.quyche.group.api.conduct.NewCase;
import vn.quyche.group.api.conduct.Outcome;
import vn.quyche.group.api.members.PostingSuspension;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.store.JpaConductStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaPostingStore;

/** Cases from the report to the outcome. What people wrote stays out of the audit log: it may be about persons. */
@Component
public final class DefaultConduct implements Conduct {

    /** The kind of thing that a case is, for audit, duties and attachments. */
    static final String CASE = "group.case";

    private static final int MAX_DAYS = 365;

    private final Acts acts;
    private final Access access;
    private final JpaConductStore cases;
    private final JpaPostingStore posting;
    private final JpaGroupStore groups;
    private final GroupSight sight;
    private final Directory directory;
    private final CaseHandlers handlers;
    private final Screening screening;
    private final Attachments attachments;
    private final Regulations regulations;
    private final Duties duties;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultConduct(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaConductStore cases,
            @Reference JpaPostingStore posting,
            @Reference JpaGroupStore groups,
            @Reference GroupSight sight,
            @Reference Directory directory,
            @Reference Screening screening,
            @Reference Attachments attachments,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Notices notices,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.cases = cases;
        this.posting = posting;
        this.groups = groups;
        this.sight = sight;
        this.directory = directory;
        this.handlers = new CaseHandlers(sight, directory);
        this.screening = screening;
        this.attachments = attachments;
        this.regulations = regulations;
        this.duties = duties;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<ConductCase> list(Caller caller, Query query, PageRequest page) {
        Groups.Query every =
                new Groups.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        List<String> handled = sight.list(caller, every).stream()
                .filter(group -> oversees(caller) || leads(caller, group))
                .map(MessagingGroup::id)
                .toList();
        return cases.list(query, handled, caller.personId().orElse("-"), page).map(row -> shown(caller, row));
    }

    @Override
    public ConductCase get(Caller caller, String caseId) {
        return shown(caller, seen(caller, cases.find(caseId), caseId));
    }

    @Override
    public List<Attachment> files(Caller caller, String caseId) {
        seen(caller, cases.find(caseId), caseId);
        return attachments.of(CASE, caseId);
    }

    @Override
    public Rights rights(Caller caller, String caseId) {
        return rights(caller, seen(caller, cases.find(caseId), caseId));
    }

    @Override
    public List<Clause> clauses() {
        return regulations.clauses().stream()
                .filter(clause -> clause.id().startsWith("BC.") || clause.id().startsWith("MT.12."))
                .toList();
    }

    @Override
    public List<MessagingGroup> groups(Caller caller) {
        Groups.Query active = new Groups.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(GroupStatus.ACTIVE),
                !oversees(caller));
        return sight.list(caller, active);
    }

    @Override
    @Regulated({"BC.6.6", "BC.6.7", "BC.6.9", "BC.6.11", "BC.6.12"})
    public String report(Caller caller, NewCase entered, String key) {
        Act act = Act.create(CASE, "group.report-case", GroupPermissions.REPORT, Scope.own(caller));
        return acts.performOnce(caller, key, act, log -> {
            String reporter = person(caller);
            Checks checks = new Checks();
            String text = checks.text("text", entered.text(), 1, 8000);
            checks.that(entered.kind() != null, "kind", "core.required");
            checks.that(entered.kind() == null || known(entered), "topic", "core.required");
            Instant now = clock.instant();
            Instant at = entered.happenedAt().orElse(now);
            checks.that(!at.isAfter(now), "happenedAt", "group.case-in-future");
            entered.personId()
                    .filter(id -> directory.find(id, sight.today()).isEmpty())
                    .ifPresent(id -> checks.add("personId", "group.holder-not-staff"));
            checks.orThrow();
            screening.requireText(caller, "text", text);
            MessagingGroup group = open(caller, entered);
            String about = entered.personId().orElse("");
            ConductCase opened = new ConductCase(
                    ids.next(),
                    entered.kind(),
                    group.id(),
                    entered.topic(),
                    reporter,
                    caller.name(),
                    entered.personId(),
                    directory.names(List.of(about)).getOrDefault(about, ""),
                    at,
                    text,
                    CaseState.OPEN,
                    now,
                    now.plus(within(entered.kind())),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    1);
            cases.insert(opened);
            attachments.attach(caller, entered.attachmentIds(), CASE, opened.id());
            lay(group, opened);
            warn(group, opened);
            log.subject(opened.id());
            log.changed(null, Map.of("kind", entered.kind(), "groupId", group.id(), "topic", entered.topic()));
            return opened.id();
        });
    }

    @Override
    @Regulated("BC.6.11")
    public ConductCase askStop(Caller caller, String caseId, String text) {
        return step(caller, caseId, "group.ask-stop", CaseStep.Kind.STOP, text, found -> {
            require(found.kind() == CaseKind.VIOLATION && found.state() == CaseState.OPEN);
            requireRight(rights(caller, found).handle());
            return moved(found, CaseState.STOP_ASKED, within(CaseKind.VIOLATION));
        });
    }

    @Override
    public ConductCase answer(Caller caller, String caseId, String text) {
        return step(caller, caseId, "group.answer-case", CaseStep.Kind.ANSWER, text, found -> {
            requireRight(rights(caller, found).answer());
            return found;
        });
    }

    @Override
    @Regulated("BC.6.11")
    public ConductCase find(Caller caller, String caseId, boolean violated, String text) {
        CaseStep.Kind kind = violated ? CaseStep.Kind.FOUND : CaseStep.Kind.UNFOUNDED;
        return step(caller, caseId, "group.find-violation", kind, text, found -> {
            require(found.kind() == CaseKind.VIOLATION
                    && (found.state() == CaseState.OPEN || found.state() == CaseState.STOP_ASKED));
            requireRight(rights(caller, found).decide());
            return moved(found, violated ? CaseState.FOUND : CaseState.UNFOUNDED, within(CaseKind.VIOLATION));
        });
    }

    @Override
    @Regulated("BC.6.11")
    public ConductCase decide(Caller caller, String caseId, Outcome outcome, int days, String text) {
        boolean handing = outcome == Outcome.HANDED_OVER;
        CaseStep.Kind kind = handing ? CaseStep.Kind.HANDED_OVER : CaseStep.Kind.OUTCOME;
        return step(caller, caseId, "group.decide-violation", kind, text, found -> {
            require(found.state() == CaseState.FOUND || found.state() == CaseState.HANDED_OVER && !handing);
            Rights rights = rights(caller, found);
            requireRight(
                    found.state() == CaseState.HANDED_OVER || outcome == Outcome.OTHER_MEASURE
                            ? rights.judge()
                            : rights.decide());
            Checks checks = new Checks();
            checks.that(outcome != null, "outcome", "core.required");
            boolean withdrawing = outcome == Outcome.POSTING_WITHDRAWN;
            checks.that(!withdrawing || days >= 1 && days <= MAX_DAYS, "days", "core.bad-number", 1, MAX_DAYS);
            boolean aboutSomebody = withdrawing || outcome == Outcome.REMOVED;
            checks.that(!aboutSomebody || found.personId().isPresent(), "outcome", "group.case-without-person");
            checks.orThrow();
            Optional<LocalDate> until = withdrawing ? Optional.of(sight.today().plusDays(days - 1L)) : Optional.empty();
            until.ifPresent(day -> posting.withdraw(new PostingSuspension(
                    ids.next(),
                    found.groupId(),
                    found.personId().orElseThrow(),
                    "",
                    sight.today(),
                    day,
                    caseId,
                    Optional.empty(),
                    "",
                    "")));
            if (outcome == Outcome.REMOVED) {
                groups.removeMembers(found.groupId(), Set.of(found.personId().orElseThrow()), clock.instant());
            }
            return with(
                    found,
                    handing ? CaseState.HANDED_OVER : CaseState.SETTLED,
                    clock.instant().plus(within(CaseKind.VIOLATION)),
                    Optional.of(outcome),
                    until);
        });
    }

    @Override
    public ConductCase measure(Caller caller, String caseId, String text) {
        return step(caller, caseId, "group.handle-case", CaseStep.Kind.MEASURE, text, found -> {
            require(found.kind() != CaseKind.VIOLATION);
            requireRight(rights(caller, found).handle());
            return with(found, CaseState.HANDLING, found.dueAt(), Optional.empty(), Optional.empty());
        });
    }

    @Override
    @Regulated({"BC.6.6", "BC.6.7", "BC.6.9", "BC.6.12"})
    public ConductCase settle(Caller caller, String caseId, boolean agreed, String text) {
        CaseStep.Kind kind = agreed ? CaseStep.Kind.AGREED : CaseStep.Kind.DECLINED;
        return step(caller, caseId, "group.settle-case", kind, text, found -> {
            require(found.kind() != CaseKind.VIOLATION);
            requireRight(rights(caller, found).decide());
            return with(
                    found,
                    agreed ? CaseState.SETTLED : CaseState.DECLINED,
                    found.dueAt(),
                    Optional.empty(),
                    Optional.empty());
        });
    }

    /** The group of a new case, in which the caller may bring one. */
    private MessagingGroup open(Caller caller, NewCase entered) {
        MessagingGroup group = sight.require(caller, entered.groupId());
        if (group.status() != GroupStatus.ACTIVE) {
            throw new Conflict("group.dissolved", group.name());
        }
        if (!sight.isMine(caller, group) && !oversees(caller)) {
            throw new Refused(clause(entered.kind()), "group.not-a-member", group.name());
        }
        return group;
    }

    /** What a step makes of a case that is locked. */
    private interface Change {
        ConductCase of(ConductCase found);
    }

    private ConductCase step(
            Caller caller, String caseId, String action, CaseStep.Kind kind, String entered, Change change) {
        Act act = Act.on(CASE, caseId, action, GroupPermissions.REPORT, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            ConductCase found = seen(caller, cases.lock(caseId), caseId);
            require(!found.state().closed());
            Checks checks = new Checks();
            String text = checks.text("text", entered, 1, 4000);
            checks.orThrow();
            screening.requireText(caller, "text", text);
            ConductCase after = change.of(found);
            CaseStep step = new CaseStep(kind, clock.instant(), person(caller), caller.name(), text);
            List<CaseStep> steps = new ArrayList<>(found.steps());
            steps.add(step);
            ConductCase stored = new ConductCase(
                    after.id(),
                    after.kind(),
                    after.groupId(),
                    after.topic(),
                    after.reporterId(),
                    after.reporterName(),
                    after.personId(),
                    after.personName(),
                    after.happenedAt(),
                    after.text(),
                    after.state(),
                    after.openedAt(),
                    after.dueAt(),
                    after.outcome(),
                    after.postingUntil(),
                    steps,
                    found.version() + 1);
            cases.step(stored, step);
            if (found.state() != stored.state()) {
                duties.done(dutyKey(found, person(caller)), action);
                duties.withdraw(CASE, caseId, action);
                groups.find(stored.groupId()).ifPresent(group -> {
                    if (stored.state().closed()) {
                        tellReporter(group, stored);
                    } else {
                        lay(group, stored);
                    }
                });
            }
            log.changed(Map.of("state", found.state()), Map.of("state", stored.state()));
            return shown(caller, stored);
        });
    }

    /** Lays the next step on those who have to take it. */
    private void lay(MessagingGroup group, ConductCase open) {
        // by name: whom a case is about is never told, though a post would reach them
        List<Escalation> superiors =
                handlers.heads(open).stream().map(Escalation::toPerson).toList();
        duties.assign(handlers.of(group, open).stream()
                .map(id -> new NewDuty(
                        dutyKey(open, id),
                        "group.handle-case",
                        clause(open.kind()),
                        "Xử lý báo cáo trong nhóm " + Discretion.name(group),
                        id,
                        CASE,
                        open.id(),
                        link(open),
                        open.dueAt(),
                        List.of(regulations.duration(DirectiveDuties.REMIND_BEFORE, sight.today())),
                        superiors))
                .toList());
    }

    /** Tells the principal at once when personal data went to people whom they do not concern. */
    @Regulated("BC.6.7")
    private void warn(MessagingGroup group, ConductCase opened) {
        if (opened.kind() == CaseKind.INCIDENT && opened.topic().equals(IncidentTopic.DATA_LEAK.name())) {
            notices.send(handlers.heads(opened).stream()
                    .filter(id -> !id.equals(opened.reporterId()))
                    .map(id -> notice(opened, id, "Sự cố lộ dữ liệu cá nhân trong nhóm " + group.name()))
                    .toList());
        }
    }

    private void tellReporter(MessagingGroup group, ConductCase closed) {
        notices.send(List.of(
                notice(closed, closed.reporterId(), "Báo cáo, đề nghị trong nhóm " + group.name() + " đã xử lý xong")));
    }

    /** What was written stays out: notices go by mail, too. */
    private static NewNotice notice(ConductCase about, String personId, String title) {
        return new NewNotice(CASE + ":" + about.id(), personId, CASE, VietnameseText.line(title), "", link(about));
    }

    private static String link(ConductCase open) {
        return "/group/conduct/" + open.id();
    }

    private static String dutyKey(ConductCase open, String personId) {
        return CASE + ":" + open.id() + ":" + open.state() + ":" + personId;
    }

    private static String clause(CaseKind kind) {
        return switch (kind) {
            case VIOLATION -> "BC.6.11";
            case INCIDENT -> "BC.6.7";
            case CHANGE -> "BC.6.9";
            case SUGGESTION -> "BC.6.6";
        };
    }

    private Duration within(CaseKind kind) {
        String name = switch (kind) {
            case VIOLATION -> "group.violation-within";
            case INCIDENT -> "group.incident-within";
            case CHANGE, SUGGESTION -> "group.request-within";
        };
        return regulations.duration(name, sight.today());
    }

    private boolean known(NewCase entered) {
        return switch (entered.kind()) {
            case VIOLATION -> clauses().stream().anyMatch(clause -> clause.id().equals(entered.topic()));
            case INCIDENT ->
                Stream.of(IncidentTopic.values()).anyMatch(t -> t.name().equals(entered.topic()));
            case CHANGE ->
                Stream.of(ChangeTopic.values()).anyMatch(t -> t.name().equals(entered.topic()));
            case SUGGESTION -> entered.topic().isEmpty();
        };
    }

    private ConductCase seen(Caller caller, Optional<ConductCase> found, String caseId) {
        return found.filter(one -> {
                    Rights rights = rights(caller, one);
                    return rights.handle() || rights.answer() || reported(caller, one) || concerns(caller, one);
                })
                .orElseThrow(() -> new NotFound("group.case-not-found", caseId));
    }

    /** The person whom a case is about sees it once asked to stop. */
    private static boolean concerns(Caller caller, ConductCase one) {
        return caller.personId().isPresent()
                && caller.personId().equals(one.personId())
                && one.state() != CaseState.OPEN;
    }

    private static boolean reported(Caller caller, ConductCase one) {
        return caller.personId().filter(one.reporterId()::equals).isPresent();
    }

    private Rights rights(Caller caller, ConductCase one) {
        if (caller.personId().isPresent() && caller.personId().equals(one.personId())) {
            return new Rights(
                    false, false, false, concerns(caller, one) && !one.state().closed());
        }
        Optional<MessagingGroup> group = groups.find(one.groupId()).filter(found -> sight.sees(caller, found));
        boolean judges = group.isPresent() && access.allows(caller, GroupPermissions.JUDGE, Scope.school());
        boolean leads = group.filter(found -> leads(caller, found)).isPresent();
        boolean handles = leads || judges || group.isPresent() && oversees(caller);
        return new Rights(handles, leads || judges, judges, false);
    }

    private boolean oversees(Caller caller) {
        return access.allows(caller, GroupPermissions.CONDUCT, Scope.school())
                || access.allows(caller, GroupPermissions.JUDGE, Scope.school());
    }

    private boolean leads(Caller caller, MessagingGroup group) {
        return caller.personId()
                .filter(id -> sight.roles().leads(group.appointments(), id))
                .isPresent();
    }

    /** A case without what the caller must not learn. */
    private ConductCase shown(Caller caller, ConductCase one) {
        boolean handles = rights(caller, one).handle();
        boolean mine = reported(caller, one);
        if (handles) {
            return one;
        }
        List<CaseStep> steps = concerns(caller, one)
                ? one.steps()
                : one.steps().stream()
                        .filter(step -> step.kind() != CaseStep.Kind.ANSWER && step.kind() != CaseStep.Kind.FOUND)
                        .toList();
        return new ConductCase(
                one.id(),
                one.kind(),
                one.groupId(),
                one.topic(),
                mine ? one.reporterId() : "",
                mine ? one.reporterName() : "",
                one.personId(),
                one.personName(),
                one.happenedAt(),
                one.text(),
                one.state(),
                one.openedAt(),
                one.dueAt(),
                one.outcome(),
                one.postingUntil(),
                steps,
                one.version());
    }

    private ConductCase moved(ConductCase found, CaseState state, Duration within) {
        return with(found, state, clock.instant().plus(within), Optional.empty(), Optional.empty());
    }

    private static ConductCase with(
            ConductCase found, CaseState state, Instant dueAt, Optional<Outcome> outcome, Optional<LocalDate> until) {
        return new ConductCase(
                found.id(),
                found.kind(),
                found.groupId(),
                found.topic(),
                found.reporterId(),
                found.reporterName(),
                found.personId(),
                found.personName(),
                found.happenedAt(),
                found.text(),
                state,
                found.openedAt(),
                dueAt,
                outcome,
                until,
                found.steps(),
                found.version());
    }

    private static String person(Caller caller) {
        return caller.personId().orElseThrow(() -> new Forbidden("group.not-a-person"));
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new Conflict("group.case-state");
        }
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw new Refused("BC.6.11", "group.case-not-handler");
        }
    }
}
