package vn.quyche.core.directory.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Leavings.ItemState;
import vn.quyche.core.api.directory.Leavings.State;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.directory.internal.model.Direction;
import vn.quyche.core.directory.internal.model.HandoverCase;
import vn.quyche.core.directory.internal.model.HandoverItem;
import vn.quyche.core.directory.internal.model.PersonFile;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.store.JpaHandoverStore;

/**
 * What leaving and joining have in common: a case with a checklist that the person and a partner settle item by item. What
 * the two are called, and what they show, is theirs.
 */
@Component(service = Handovers.class)
public final class Handovers {

    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;
    private final JpaHandoverStore store;
    private final Checklist checklist;
    private final HandoverDuties duties;
    private final CurrentDirectory current;

    @Activate
    public Handovers(
            @Reference Acts acts,
            @Reference Access access,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference JpaHandoverStore store,
            @Reference Checklist checklist,
            @Reference HandoverDuties duties,
            @Reference CurrentDirectory current) {
        this.acts = acts;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
        this.store = store;
        this.checklist = checklist;
        this.duties = duties;
        this.current = current;
    }

    /**
     * What one of the two is called.
     *
     * @param direction which one
     * @param subject the kind of thing that acts name
     * @param dayField the field of the first or last day
     * @param partnerField the field of who gives or receives
     * @param clause the clause of a refusal; empty for that of the first open item
     * @param codes the codes of what is refused
     */
    record Kind(
            Direction direction,
            String subject,
            String dayField,
            String partnerField,
            Optional<String> clause,
            Codes codes) {}

    /** The codes of what is refused. */
    record Codes(
            String missing,
            String alreadyOpen,
            String notOpen,
            String noItem,
            String notParty,
            String itemSettled,
            String itemsOpen,
            String own,
            String partnerIsPerson,
            String partnerGone) {}

    /** What is asked for when a case is opened. */
    record Wanted(String personId, Enum<?> reason, LocalDate day, String decisionNumber, String partnerId) {}

    /** How a case is shown. */
    @FunctionalInterface
    interface View<T> {
        T of(Snapshot snapshot, HandoverCase handover, List<HandoverItem> items, int open);
    }

    String open(Kind kind, Caller caller, String key, String action, Wanted wanted) {
        Act act = Act.create(kind.subject(), action, DirectoryPermissions.LEAVING, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            HandoverCase handover = checked(kind, caller, snapshot, wanted);
            if (store.openOf(kind.direction(), handover.personId()).isPresent()) {
                throw new Conflict(kind.codes().alreadyOpen(), name(snapshot, handover.personId()));
            }
            store.insert(handover);
            Checklist.Merged merged = checklist.merge(handover, false);
            checklist.store(merged);
            duties.opened(handover, merged.items(), clock.instant());
            log.subject(handover.id());
            log.changed(null, handover);
            return handover.id();
        });
    }

    <T> Page<T> list(
            Kind kind, Caller caller, Optional<State> state, Optional<String> text, PageRequest page, View<T> view) {
        boolean all = access.allows(caller, DirectoryPermissions.LEAVING, Scope.school());
        if (!all && caller.personId().isEmpty()) {
            throw new Forbidden("core.forbidden", DirectoryPermissions.LEAVING);
        }
        Snapshot snapshot = current.get();
        Optional<String> mine = all ? Optional.empty() : caller.personId();
        Optional<Set<String>> people = text.map(part -> named(snapshot, part));
        Page<HandoverCase> cases = HandoverNames.asked(page)
                ? HandoverNames.page(snapshot, page, () -> store.all(kind.direction(), state, mine, people))
                : store.list(kind.direction(), state, mine, people, page);
        Map<String, Integer> open =
                store.openItems(cases.items().stream().map(HandoverCase::id).toList());
        return cases.map(handover -> view.of(snapshot, handover, List.of(), open.getOrDefault(handover.id(), 0)));
    }

    <T> T get(Kind kind, Caller caller, String caseId, View<T> view) {
        HandoverCase handover = store.find(caseId)
                .filter(found -> found.direction() == kind.direction())
                .orElseThrow(() -> missing(kind));
        if (handover.state() != State.OPEN) {
            return seen(kind, caller, handover, store.items(caseId), view);
        }
        Checklist.Merged merged = checklist.merge(handover, false);
        T seen = seen(kind, caller, handover, merged.items(), view);
        if (merged.changed()) {
            return seen(kind, caller, handover, refreshed(kind, caller, caseId), view);
        }
        return seen;
    }

    /** One of the two sides says that an item was handed over. */
    <T> T confirm(Kind kind, Caller caller, String caseId, String itemId, String action, View<T> view) {
        return acts.perform(caller, Act.self(kind.subject(), caseId, action), log -> {
            HandoverCase handover = lockedOpen(kind, caseId);
            HandoverItem item = item(kind, caseId, itemId);
            boolean byPerson = isCaller(caller, handover.personId());
            boolean byPartner = isCaller(caller, item.receiverId());
            if (!byPerson && !byPartner) {
                throw new Forbidden(kind.codes().notParty());
            }
            if (item.byItself()) {
                throw new Conflict("directory.item-by-itself");
            }
            HandoverItem confirmed = item.open() ? item.confirmed(byPerson, byPartner, clock.instant()) : item;
            if (!confirmed.equals(item)) {
                store.update(confirmed);
                duties.confirmed(handover, confirmed, clock.instant());
                if (confirmed.state() == ItemState.SETTLED) {
                    checklist.settled(handover, confirmed);
                }
                log.changed(item, confirmed);
            }
            return shown(current.get(), handover, store.items(caseId), view);
        });
    }

    <T> T changePartner(
            Kind kind, Caller caller, String caseId, String itemId, String partnerId, String action, View<T> view) {
        return perform(kind, caller, caseId, action, log -> {
            HandoverCase handover = lockedOpen(kind, caseId);
            HandoverItem item = item(kind, caseId, itemId);
            if (!item.open()) {
                throw new Conflict(kind.codes().itemSettled());
            }
            Snapshot snapshot = current.get();
            requirePartner(kind, snapshot, partnerId, handover.personId());
            HandoverItem changed = item.receivedBy(partnerId);
            store.update(changed);
            duties.passed(handover, item, changed, clock.instant());
            log.changed(item, changed);
            return shown(snapshot, handover, store.items(caseId), view);
        });
    }

    /**
     * Closes a case; with open items only the principal does, with a reason.
     *
     * @param ended asked first, so that it can lock what it needs; then stores the closed case with what else ends with it,
     *     and gives it back
     * @param settled what its duties are closed with
     */
    <T> T close(
            Kind kind,
            Caller caller,
            String caseId,
            String reason,
            String action,
            Function<ActLog, Function<HandoverCase, HandoverCase>> ended,
            String settled,
            View<T> view) {
        return perform(kind, caller, caseId, action, log -> {
            Function<HandoverCase, HandoverCase> end = ended.apply(log);
            HandoverCase handover = lockedOpen(kind, caseId);
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 0, 1000);
            checks.orThrow();
            Checklist.Merged merged = checklist.merge(handover, true);
            checklist.store(merged);
            List<HandoverItem> open =
                    merged.items().stream().filter(HandoverItem::open).toList();
            if (!open.isEmpty()) {
                requireWaiver(kind, caller, handover, open, why);
                open.forEach(item -> store.update(item.in(ItemState.WAIVED)));
                log.note(why);
            }
            HandoverCase closed = end.apply(handover.ended(State.CLOSED, clock.instant(), open.isEmpty() ? "" : why));
            duties.ended(closed, settled);
            log.changed(handover, closed);
            return shown(current.get(), closed, store.items(caseId), view);
        });
    }

    void cancel(Kind kind, Caller caller, String caseId, String reason, String action) {
        perform(kind, caller, caseId, action, log -> {
            HandoverCase handover = lockedOpen(kind, caseId);
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 1000);
            checks.orThrow();
            if (handover.employmentEnded()) {
                throw new Conflict("directory.leaving-employment-ended");
            }
            HandoverCase cancelled = handover.ended(State.CANCELLED, clock.instant(), why);
            store.update(cancelled);
            duties.ended(cancelled, why);
            log.note(why);
            log.changed(handover, cancelled);
            return caseId;
        });
    }

    <T> T perform(Kind kind, Caller caller, String caseId, String action, Acts.Work<T> work) {
        return acts.perform(
                caller, Act.on(kind.subject(), caseId, action, DirectoryPermissions.LEAVING, Scope.school()), work);
    }

    /** The ids of the people whose name has a text in it. */
    private static Set<String> named(Snapshot snapshot, String part) {
        String folded = VietnameseText.fold(part);
        return snapshot.files().stream()
                .filter(file -> VietnameseText.fold(file.fullName()).contains(folded))
                .map(PersonFile::id)
                .collect(Collectors.toSet());
    }

    static NotFound missing(Kind kind) {
        return new NotFound(kind.codes().missing());
    }

    static String name(Snapshot snapshot, String personId) {
        return snapshot.file(personId).map(PersonFile::fullName).orElse("");
    }

    static PersonFile file(Snapshot snapshot, String personId) {
        return snapshot.file(personId).orElseThrow(() -> new NotFound("directory.no-person"));
    }

    /** With open items only the principal closes, with a reason, and never for themselves. */
    private void requireWaiver(Kind kind, Caller caller, HandoverCase handover, List<HandoverItem> open, String why) {
        String clause = kind.clause().orElse(open.get(0).clause());
        if (why.isEmpty()) {
            throw new Refused(clause, kind.codes().itemsOpen(), open.size());
        }
        access.require(caller, DirectoryPermissions.LEAVING_WAIVE, Scope.school());
        if (isCaller(caller, handover.personId())) {
            throw new Refused(clause, kind.codes().own());
        }
    }

    private List<HandoverItem> refreshed(Kind kind, Caller caller, String caseId) {
        Caller system = Caller.system(caller.correlationId());
        return perform(kind, system, caseId, "directory.refresh-checklist", log -> {
            HandoverCase handover = store.lock(caseId).orElseThrow(() -> missing(kind));
            Checklist.Merged merged = checklist.merge(handover, false);
            checklist.store(merged);
            duties.opened(handover, merged.added(), clock.instant());
            log.changed(null, Map.of("added", merged.added(), "altered", merged.altered()));
            return merged.items();
        });
    }

    private HandoverCase checked(Kind kind, Caller caller, Snapshot snapshot, Wanted wanted) {
        Checks checks = new Checks();
        checks.that(wanted.reason() != null, "reason", "core.required");
        checks.that(wanted.day() != null, kind.dayField(), "core.required");
        String personId = checks.text("personId", wanted.personId(), 1, 26);
        String partnerId = checks.text(kind.partnerField(), wanted.partnerId(), 1, 26);
        String decision = checks.text("decisionNumber", wanted.decisionNumber(), 0, 60);
        checks.orThrow();
        PersonFile file = file(snapshot, personId);
        if (!file.employed(wanted.day())) {
            throw new Conflict("directory.not-employed", file.fullName(), wanted.day());
        }
        requirePartner(kind, snapshot, partnerId, personId);
        return new HandoverCase(
                ids.next(),
                kind.direction(),
                personId,
                wanted.reason().name(),
                wanted.day(),
                decision,
                partnerId,
                State.OPEN,
                false,
                false,
                caller.accountId(),
                clock.instant(),
                Optional.empty(),
                "");
    }

    private void requirePartner(Kind kind, Snapshot snapshot, String partnerId, String personId) {
        if (partnerId == null || partnerId.isBlank()) {
            throw new Invalid(kind.partnerField(), "core.required");
        }
        if (partnerId.equals(personId)) {
            throw new Invalid(kind.partnerField(), kind.codes().partnerIsPerson());
        }
        if (!file(snapshot, partnerId).employed(VietnamTime.today(clock))) {
            throw new Invalid(kind.partnerField(), kind.codes().partnerGone());
        }
    }

    private HandoverCase lockedOpen(Kind kind, String caseId) {
        HandoverCase handover = store.lock(caseId)
                .filter(found -> found.direction() == kind.direction())
                .orElseThrow(() -> missing(kind));
        if (handover.state() != State.OPEN) {
            throw new Conflict(kind.codes().notOpen());
        }
        return handover;
    }

    private HandoverItem item(Kind kind, String caseId, String itemId) {
        return store.items(caseId).stream()
                .filter(item -> item.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> new NotFound(kind.codes().noItem()));
    }

    /** Who has no part in a case need not know of it. */
    private <T> T seen(Kind kind, Caller caller, HandoverCase handover, List<HandoverItem> items, View<T> view) {
        List<String> parties = new ArrayList<>(List.of(handover.personId(), handover.receiverId()));
        items.forEach(item -> parties.add(item.receiverId()));
        boolean party = caller.personId().filter(parties::contains).isPresent();
        if (!party && !access.allows(caller, DirectoryPermissions.LEAVING, Scope.school())) {
            throw missing(kind);
        }
        return shown(current.get(), handover, items, view);
    }

    private static <T> T shown(Snapshot snapshot, HandoverCase handover, List<HandoverItem> items, View<T> view) {
        int open = (int) items.stream().filter(HandoverItem::open).count();
        return view.of(snapshot, handover, items, open);
    }

    private static boolean isCaller(Caller caller, String personId) {
        return caller.personId().filter(personId::equals).isPresent();
    }
}
