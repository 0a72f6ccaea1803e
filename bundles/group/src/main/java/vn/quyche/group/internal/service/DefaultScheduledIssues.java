package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.schedule.ScheduleState;
import vn.quyche.group.api.schedule.ScheduledIssue;
import vn.quyche.group.api.schedule.ScheduledIssues;
import vn.quyche.group.internal.model.IssueTime;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaScheduleStore;

/** Planned issues. At its moment a directive is issued in one transaction, or it stays the draft that it was. */
@Component(service = {ScheduledIssues.class, DefaultScheduledIssues.class})
public final class DefaultScheduledIssues implements ScheduledIssues {

    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int MAX_FAILURE = 1000;

    private final Acts acts;
    private final Access access;
    private final Directives directives;
    private final DirectiveIssuing issuing;
    private final JpaDirectiveStore store;
    private final JpaScheduleStore schedules;
    private final JpaGroupStore groups;
    private final GroupSight sight;
    private final IssueTime times;
    private final Screening screening;
    private final Notices notices;
    private final Messages messages;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public DefaultScheduledIssues(
            @Reference Acts acts,
            @Reference Access access,
            @Reference Directives directives,
            @Reference DirectiveIssuing issuing,
            @Reference JpaDirectiveStore store,
            @Reference JpaScheduleStore schedules,
            @Reference JpaGroupStore groups,
            @Reference GroupSight sight,
            @Reference Regulations regulations,
            @Reference Screening screening,
            @Reference Notices notices,
            @Reference Messages messages,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.directives = directives;
        this.issuing = issuing;
        this.store = store;
        this.schedules = schedules;
        this.groups = groups;
        this.sight = sight;
        this.times = new IssueTime(regulations);
        this.screening = screening;
        this.notices = notices;
        this.messages = messages;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public Page<ScheduledIssue> list(Caller caller, Optional<ScheduleState> state, PageRequest page) {
        return schedules.list(caller.personId().orElse("-"), state, page);
    }

    @Override
    public Optional<ScheduledIssue> find(Caller caller, String directiveId) {
        return schedules.find(directiveId).filter(plan -> isMine(caller, plan));
    }

    @Override
    public QuietHours quietHours() {
        return times.quiet(sight.today());
    }

    @Override
    @Regulated("BC.5.1")
    public ScheduledIssue schedule(Caller caller, String directiveId, long version, Instant at, String urgentReason) {
        return acts.perform(caller, act(directiveId, "group.schedule-directive", caller), log -> {
            Instant now = clock.instant();
            Checks checks = new Checks();
            String urgent = VietnameseText.line(checks.text("urgentReason", urgentReason, 0, 300));
            checks.that(at != null, "at", "core.required");
            checks.that(at == null || at.isAfter(now), "at", "group.schedule-past");
            checks.that(at == null || at.isBefore(now.plus(FARTHEST)), "at", "group.schedule-far", FARTHEST.toDays());
            checks.orThrow();
            screening.requireText(caller, "urgentReason", urgent);
            Directive draft = lockedDraft(caller, directiveId);
            if (draft.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            Instant due = times.of(at, !urgent.isEmpty());
            MessagingGroup group = sight.require(caller, draft.groupId());
            issuing.check(group, draft, store.pictures(directiveId));
            if (!draft.deadline().orElseThrow().isAfter(due)) {
                throw new Refused("BC.5.1", "group.deadline-before-issue", VietnamTime.moment(due));
            }
            ScheduledIssue plan = new ScheduledIssue(
                    directiveId,
                    draft.title(),
                    group.id(),
                    at,
                    due,
                    urgent,
                    draft.authorId(),
                    draft.authorName(),
                    now,
                    ScheduleState.WAITING,
                    "",
                    "");
            log.changed(schedules.find(directiveId).orElse(null), plan);
            schedules.put(plan);
            schedules.asked(directiveId, caller.accountId());
            return plan;
        });
    }

    @Override
    public void takeBack(Caller caller, String directiveId) {
        acts.perform(caller, act(directiveId, "group.unschedule-directive", caller), log -> {
            store.lock(directiveId);
            ScheduledIssue plan =
                    find(caller, directiveId).orElseThrow(() -> new NotFound("group.not-scheduled", directiveId));
            schedules.delete(directiveId);
            log.changed(plan, null);
            return null;
        });
    }

    /**
     * Issues a directive whose moment has come. What refuses it is told to its author and to the leaders of the group, and
     * nothing of it is done; when something is not there now, it is tried again.
     */
    @Regulated({"BC.5.1", "BC.2.2"})
    public void issueDue(Caller system, String directiveId) {
        Instant now = clock.instant();
        Optional<ScheduledIssue> found = schedules.find(directiveId).filter(plan -> isDue(plan, now));
        if (found.isEmpty()) {
            return;
        }
        ScheduledIssue plan = found.get();
        try {
            // the server may have been off until the quiet hours, and they may have been changed
            Instant due = times.of(now, !plan.urgentReason().isEmpty());
            if (due.isAfter(now)) {
                tx.run(() -> schedules.put(moved(plan, due)));
            } else {
                issue(system, plan);
            }
        } catch (Unavailable later) {
            throw later;
        } catch (QuycheException refusal) {
            tx.run(() -> fail(plan, refusal));
        }
    }

    private void issue(Caller system, ScheduledIssue planned) {
        Act act = Act.on(
                DefaultDirectives.DIRECTIVE,
                planned.directiveId(),
                "group.issue-directive",
                GroupPermissions.ISSUE,
                Scope.own(planned.byId()));
        acts.perform(system, act, log -> {
            Directive draft = store.lock(planned.directiveId())
                    .filter(directive -> directive.state() == DirectiveState.DRAFT)
                    .orElseThrow(() -> new Conflict("group.not-a-draft", planned.title()));
            schedules
                    .find(draft.id())
                    .filter(plan -> isDue(plan, clock.instant()))
                    .orElseThrow(() -> new Conflict("group.schedule-taken-back"));
            requireAllowed(planned);
            log.note("Hẹn giờ: " + planned.byName() + ", " + VietnamTime.moment(planned.plannedAt()));
            return issuing.issue(draft, log);
        });
    }

    /** Whoever planned it must still be allowed to issue: roles end, and accounts are closed. */
    @Regulated("MT.12.1")
    private void requireAllowed(ScheduledIssue planned) {
        String accountId = schedules.account(planned.directiveId());
        Caller planner = new Caller(
                accountId,
                Optional.of(planned.byId()),
                planned.byName(),
                Door.SYSTEM,
                "",
                planned.directiveId(),
                VIETNAMESE,
                Optional.empty());
        if (!accountId.isEmpty() && !access.allows(planner, GroupPermissions.ISSUE, Scope.own(planned.byId()))) {
            throw new Forbidden("group.schedule-not-allowed", planned.byName());
        }
    }

    /** Keeps why it was not issued, and says so; a plan that was taken back meanwhile stays taken back. */
    private void fail(ScheduledIssue plan, QuycheException refusal) {
        store.lock(plan.directiveId());
        if (schedules.find(plan.directiveId()).filter(plan::equals).isEmpty()) {
            return;
        }
        String text = (messages.text(VIETNAMESE, refusal) + " " + messages.next(VIETNAMESE, refusal)).strip();
        String shown = text.length() > MAX_FAILURE ? text.substring(0, MAX_FAILURE) : text;
        schedules.put(with(plan, plan.dueAt(), ScheduleState.FAILED, refusal.code(), shown));
        Set<String> told = new HashSet<>(Set.of(plan.byId()));
        groups.find(plan.groupId()).ifPresent(group -> told.addAll(sight.roles().leaders(group.appointments())));
        notices.send(told.stream()
                .map(person -> new NewNotice(
                        "group.schedule:" + plan.directiveId(),
                        person,
                        DefaultDirectives.DIRECTIVE,
                        VietnameseText.line("Chưa ban hành được chỉ đạo hẹn giờ: " + plan.title()),
                        plan.byName() + " hẹn " + VietnamTime.moment(plan.askedAt()) + ". " + shown,
                        person.equals(plan.byId())
                                ? "/group/directives/" + plan.directiveId()
                                : "/group/groups/" + plan.groupId()))
                .toList());
    }

    private Directive lockedDraft(Caller caller, String directiveId) {
        Directive draft = store.lock(directiveId)
                .filter(found ->
                        caller.personId().filter(found.authorId()::equals).isPresent())
                .orElseThrow(() -> new NotFound("group.directive-not-found", directiveId));
        if (draft.state() != DirectiveState.DRAFT) {
            throw new Conflict("group.not-a-draft", draft.number());
        }
        return draft;
    }

    private static boolean isMine(Caller caller, ScheduledIssue plan) {
        return caller.personId().filter(plan.byId()::equals).isPresent();
    }

    private static boolean isDue(ScheduledIssue plan, Instant now) {
        return plan.state() == ScheduleState.WAITING && !plan.dueAt().isAfter(now);
    }

    private static ScheduledIssue moved(ScheduledIssue plan, Instant due) {
        return with(plan, due, plan.state(), "", "");
    }

    private static ScheduledIssue with(
            ScheduledIssue plan, Instant due, ScheduleState state, String failure, String failureText) {
        return new ScheduledIssue(
                plan.directiveId(),
                plan.title(),
                plan.groupId(),
                plan.askedAt(),
                due,
                plan.urgentReason(),
                plan.byId(),
                plan.byName(),
                plan.plannedAt(),
                state,
                failure,
                failureText);
    }

    private static Act act(String directiveId, String action, Caller caller) {
        return Act.on(DefaultDirectives.DIRECTIVE, directiveId, action, GroupPermissions.ISSUE, Scope.own(caller));
    }
}
