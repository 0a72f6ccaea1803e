package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.ReminderPlan;
import vn.quyche.core.compliance.internal.store.DutyRow;
import vn.quyche.core.compliance.internal.store.EscalationText;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;

/** The duty engine. */
@Component(service = Duties.class)
public final class DefaultDuties implements Duties {

    private static final String OWN = "duty.excuse-own";
    private static final int MAX_KEY = 200;
    private static final int MAX_TITLE = 300;
    private static final int MAX_EVIDENCE = 400;
    private static final int MAX_REASON = 1000;
    private static final int MAX_REMINDERS = 10;

    private final JpaDutyStore store;
    private final PackRegulations regulations;
    private final Acts acts;
    private final Access access;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultDuties(
            @Reference JpaDutyStore store,
            @Reference PackRegulations regulations,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.store = store;
        this.regulations = regulations;
        this.acts = acts;
        this.access = access;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void assign(Collection<NewDuty> duties) {
        if (duties.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        QuietHours quiet = regulations.quietHours(now);
        List<DutyRow> rows = duties.stream().map(duty -> row(duty, now, quiet)).toList();
        tx.run(() -> store.insertNew(rows));
    }

    @Override
    public void done(String key, String evidence) {
        tx.run(() -> store.done(key, cut(evidence, MAX_EVIDENCE), clock.instant()));
    }

    @Override
    public void withdraw(String subjectType, String subjectId, String reason) {
        tx.run(() -> store.withdraw(subjectType, subjectId, cut(reason, MAX_REASON), clock.instant()));
    }

    @Override
    public void withdraw(String key, String reason) {
        tx.run(() -> store.withdrawKey(key, cut(reason, MAX_REASON), clock.instant()));
    }

    @Override
    public void passOn(String key, String newKey, String personId, String reason) {
        tx.run(() -> {
            if (!newKey.equals(key) && !store.laid(List.of(newKey)).isEmpty()) {
                withdraw(key, reason);
                return;
            }
            Instant now = clock.instant();
            store.laid(List.of(key)).stream()
                    .flatMap(laid -> store.reminder(laid.id()).stream())
                    .forEach(reminder -> {
                        Duty duty = reminder.duty();
                        ReminderPlan plan = ReminderPlan.of(duty.dueAt(), reminder.before(), reminder.escalations());
                        store.handOver(
                                duty.id(),
                                duty.personId(),
                                personId,
                                newKey,
                                plan.first(now, regulations.quietHours(now)));
                    });
        });
    }

    @Override
    public void tellInstead(String subjectType, String subjectId, String personId, String insteadId) {
        tx.run(() -> store.tellInstead(subjectType, subjectId, personId, insteadId));
    }

    @Override
    public Page<Duty> list(Caller caller, Query query, PageRequest page) {
        Query allowed = allowed(caller, query);
        return store.list(allowed, clock.instant(), page);
    }

    @Override
    public Duty get(Caller caller, String dutyId) {
        Duty duty = find(dutyId);
        if (!isOwn(caller, duty.personId())) {
            access.require(caller, CompliancePermissions.DUTY_READ, Scope.own(duty.personId()));
        }
        return duty;
    }

    @Override
    public Duty excuse(Caller caller, String dutyId, String reason) {
        Duty duty = find(dutyId);
        Act act = Act.on(
                "duty.duty", dutyId, "duty.excuse", CompliancePermissions.DUTY_EXCUSE, Scope.own(duty.personId()));
        return acts.perform(caller, act, log -> {
            if (isOwn(caller, duty.personId())) {
                throw new Forbidden(OWN);
            }
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, MAX_REASON);
            checks.orThrow();
            if (!store.excuse(dutyId, caller.personId().orElse(caller.accountId()), why, clock.instant())) {
                throw new Conflict("duty.not-open");
            }
            Duty excused = find(dutyId);
            log.changed(Map.of("state", duty.state()), Map.of("state", excused.state(), "duty", excused.key()));
            log.note(why);
            log.emit(new Event(
                    "duty.excused.v1",
                    dutyId,
                    Map.of(
                            "key", excused.key(),
                            "kind", excused.kind(),
                            "personId", excused.personId(),
                            "subjectType", excused.subjectType(),
                            "subjectId", excused.subjectId())));
            return excused;
        });
    }

    @Override
    public Excused excuseAll(Caller caller, Collection<String> dutyIds, String reason) {
        return excuseAll(caller, new LinkedHashSet<>(dutyIds), reason, false);
    }

    @Override
    public Excused excuseAll(Caller caller, Query query, String reason) {
        boolean restricted = query.personId().isPresent()
                || query.domain().filter(domain -> !domain.isEmpty()).isPresent()
                || query.lateOnly()
                || query.dueFrom().isPresent()
                || query.dueTo().isPresent();
        Query open = new Query(
                query.personId(),
                query.domain(),
                Optional.of(Duty.State.OPEN),
                query.lateOnly(),
                query.dueFrom(),
                query.dueTo());
        List<String> found = restricted
                ? Page.every(page -> list(caller, open, page))
                        .limit(MAX_AT_ONCE + 1L)
                        .map(Duty::id)
                        .toList()
                : List.of();
        boolean more = found.size() > MAX_AT_ONCE;
        return excuseAll(caller, new LinkedHashSet<>(more ? found.subList(0, MAX_AT_ONCE) : found), reason, more);
    }

    private Excused excuseAll(Caller caller, Set<String> dutyIds, String reason, boolean more) {
        Checks checks = new Checks();
        checks.text("reason", reason, 1, MAX_REASON);
        checks.that(!dutyIds.isEmpty(), "id", "duty.none-chosen");
        checks.that(dutyIds.size() <= MAX_AT_ONCE, "id", "duty.too-many-chosen", MAX_AT_ONCE);
        checks.orThrow();
        List<Duty> excused = new ArrayList<>();
        List<NotExcused> refused = new ArrayList<>();
        for (String id : dutyIds) {
            try {
                excused.add(excuse(caller, id, reason));
            } catch (Forbidden e) {
                if (!OWN.equals(e.code()) && excused.isEmpty() && refused.isEmpty()) {
                    throw e;
                }
                refused.add(new NotExcused(id, OWN.equals(e.code()) ? find(id).title() : "", e.code()));
            } catch (Conflict e) {
                refused.add(new NotExcused(id, find(id).title(), e.code()));
            } catch (NotFound e) {
                refused.add(new NotExcused(id, "", e.code()));
            }
        }
        return new Excused(excused, refused, more);
    }

    @Override
    public Count count(String personId) {
        return store.count(personId, clock.instant());
    }

    /** Own duties take nothing; without the permission to read those of others, a list is narrowed to one's own. */
    private Query allowed(Caller caller, Query query) {
        boolean everybody = access.allows(caller, CompliancePermissions.DUTY_READ, Scope.school());
        if (everybody
                || query.personId().filter(person -> isOwn(caller, person)).isPresent()) {
            return query;
        }
        if (query.personId().isPresent() || caller.personId().isEmpty()) {
            access.require(
                    caller,
                    CompliancePermissions.DUTY_READ,
                    query.personId().map(Scope::own).orElse(Scope.school()));
            return query;
        }
        return new Query(
                caller.personId(), query.domain(), query.state(), query.lateOnly(), query.dueFrom(), query.dueTo());
    }

    private Duty find(String dutyId) {
        return store.find(dutyId).orElseThrow(() -> new NotFound("duty.not-found"));
    }

    private static boolean isOwn(Caller caller, String personId) {
        return caller.personId().filter(personId::equals).isPresent();
    }

    private DutyRow row(NewDuty duty, Instant now, QuietHours quiet) {
        if (duty.key().isBlank() || duty.key().length() > MAX_KEY) {
            throw new IllegalArgumentException("key of a duty: " + duty.key());
        }
        if (duty.remindBefore().size() > MAX_REMINDERS) {
            throw new IllegalArgumentException("more than " + MAX_REMINDERS + " reminders: " + duty.key());
        }
        if (EscalationText.of(duty.escalations()).length() > EscalationText.MAX) {
            throw new IllegalArgumentException("too many escalations: " + duty.key());
        }
        ReminderPlan plan = ReminderPlan.of(duty);
        return new DutyRow(ids.next(), withTitleThatFits(duty), plan, plan.first(now, quiet), now);
    }

    private static NewDuty withTitleThatFits(NewDuty duty) {
        return duty.title().length() <= MAX_TITLE
                ? duty
                : new NewDuty(
                        duty.key(),
                        duty.kind(),
                        duty.clause(),
                        cut(duty.title(), MAX_TITLE),
                        duty.personId(),
                        duty.subjectType(),
                        duty.subjectId(),
                        duty.link(),
                        duty.dueAt(),
                        duty.remindBefore(),
                        duty.escalations());
    }

    /** The text, or as much of it as fits, with an ellipsis and no half characters. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
