package vn.quyche.core.directory.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.quyche.core.api.directory.DepartureReason;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.event.Event;
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

/** Leavings: opened, settled item by item by both sides, closed. */
@Component(service = {Leavings.class, DefaultLeavings.class})
@Regulated({"BC.7.3", "TT.6.3", "MT.10.5"})
public class DefaultLeavings implements Leavings {

    /** Somebody does not work here any more. */
    static final String LEFT = "directory.person-left.v1";

    private static final String LEAVING = "directory.leaving";
    private static final String CLAUSE = "BC.7.3";
    private static final int AT_ONCE = 100;

    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;
    private final JpaHandoverStore store;
    private final Checklist checklist;
    private final HandoverDuties duties;
    private final Departures departures;
    private final CurrentDirectory current;
    private final DirectoryChanges changes;

    @Activate
    public DefaultLeavings(
            @Reference Acts acts,
            @Reference Access access,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference JpaHandoverStore store,
            @Reference Checklist checklist,
            @Reference HandoverDuties duties,
            @Reference Departures departures,
            @Reference CurrentDirectory current,
            @Reference DirectoryChanges changes) {
        this.acts = acts;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
        this.store = store;
        this.checklist = checklist;
        this.duties = duties;
        this.departures = departures;
        this.current = current;
        this.changes = changes;
    }

    @Override
    public String open(Caller caller, String key, NewLeaving wanted) {
        Act act = Act.create(LEAVING, "directory.open-leaving", DirectoryPermissions.LEAVING, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            HandoverCase leaving = checked(caller, snapshot, wanted);
            if (store.openOf(Direction.LEAVING, leaving.personId()).isPresent()) {
                throw new Conflict("directory.leaving-open", name(snapshot, leaving.personId()));
            }
            store.insert(leaving);
            Checklist.Merged merged = checklist.merge(leaving, false);
            checklist.store(merged);
            duties.opened(leaving, merged.items(), clock.instant());
            log.subject(leaving.id());
            log.changed(null, leaving);
            return leaving.id();
        });
    }

    @Override
    public Page<Leaving> list(Caller caller, Optional<State> state, PageRequest page) {
        boolean all = access.allows(caller, DirectoryPermissions.LEAVING, Scope.school());
        if (!all && caller.personId().isEmpty()) {
            throw new Forbidden("core.forbidden", DirectoryPermissions.LEAVING);
        }
        Page<HandoverCase> cases =
                store.list(Direction.LEAVING, state, all ? Optional.empty() : caller.personId(), page);
        Map<String, Integer> open =
                store.openItems(cases.items().stream().map(HandoverCase::id).toList());
        Snapshot snapshot = current.get();
        return cases.map(leaving -> view(snapshot, leaving, List.of(), open.getOrDefault(leaving.id(), 0)));
    }

    @Override
    public Leaving get(Caller caller, String leavingId) {
        HandoverCase leaving = store.find(leavingId)
                .filter(found -> found.direction() == Direction.LEAVING)
                .orElseThrow(DefaultLeavings::missing);
        if (leaving.state() != State.OPEN) {
            return seen(caller, leaving, store.items(leavingId));
        }
        Checklist.Merged merged = checklist.merge(leaving, false);
        Leaving seen = seen(caller, leaving, merged.items());
        if (merged.changed()) {
            return seen(caller, leaving, refreshed(caller, leavingId));
        }
        return seen;
    }

    @Override
    public Leaving confirm(Caller caller, String leavingId, String itemId) {
        return acts.perform(caller, Act.self(LEAVING, leavingId, "directory.confirm-handover"), log -> {
            HandoverCase leaving = lockedOpen(leavingId);
            HandoverItem item = item(leavingId, itemId);
            boolean byLeaver = isCaller(caller, leaving.personId());
            boolean byReceiver = isCaller(caller, item.receiverId());
            if (!byLeaver && !byReceiver) {
                throw new Forbidden("directory.leaving-not-party");
            }
            HandoverItem confirmed = item.open() ? item.confirmed(byLeaver, byReceiver, clock.instant()) : item;
            if (!confirmed.equals(item)) {
                store.update(confirmed);
                duties.confirmed(leaving, confirmed, clock.instant());
                if (confirmed.state() == ItemState.SETTLED) {
                    checklist.settled(leaving, confirmed);
                }
                log.changed(item, confirmed);
            }
            return view(current.get(), leaving, store.items(leavingId));
        });
    }

    @Override
    public Leaving changeReceiver(Caller caller, String leavingId, String itemId, String receiverId) {
        return perform(caller, leavingId, "directory.change-receiver", log -> {
            HandoverCase leaving = lockedOpen(leavingId);
            HandoverItem item = item(leavingId, itemId);
            if (!item.open()) {
                throw new Conflict("directory.leaving-item-settled");
            }
            Snapshot snapshot = current.get();
            requireReceiver(snapshot, "receiverId", receiverId, leaving.personId());
            HandoverItem changed = item.receivedBy(receiverId);
            store.update(changed);
            duties.confirmed(leaving, changed, clock.instant());
            log.changed(item, changed);
            return view(snapshot, leaving, store.items(leavingId));
        });
    }

    @Override
    public Leaving close(Caller caller, String leavingId, String reason) {
        return perform(caller, leavingId, "directory.close-leaving", log -> {
            Snapshot snapshot = current.locked();
            HandoverCase leaving = lockedOpen(leavingId);
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 0, 1000);
            checks.orThrow();
            Checklist.Merged merged = checklist.merge(leaving, true);
            checklist.store(merged);
            List<HandoverItem> open =
                    merged.items().stream().filter(HandoverItem::open).toList();
            if (!open.isEmpty()) {
                requireWaiver(caller, leaving, open, why);
                open.forEach(item -> store.update(item.in(ItemState.WAIVED)));
                log.note(why);
            }
            HandoverCase closed = leaving.ended(State.CLOSED, clock.instant(), open.isEmpty() ? "" : why);
            HandoverCase ended = endEmployment(log, snapshot, closed);
            duties.ended(ended, "Đã đóng phiếu bàn giao");
            log.changed(leaving, ended);
            return view(current.get(), ended, store.items(leavingId));
        });
    }

    @Override
    public void cancel(Caller caller, String leavingId, String reason) {
        perform(caller, leavingId, "directory.cancel-leaving", log -> {
            HandoverCase leaving = lockedOpen(leavingId);
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 1000);
            checks.orThrow();
            if (leaving.employmentEnded()) {
                throw new Conflict("directory.leaving-employment-ended");
            }
            HandoverCase cancelled = leaving.ended(State.CANCELLED, clock.instant(), why);
            store.update(cancelled);
            duties.ended(cancelled, why);
            log.note(why);
            log.changed(leaving, cancelled);
            return leavingId;
        });
    }

    /**
     * Ends the employment of everybody whose last day is over, whether all is handed over or not, and tells others of those
     * who have left by now.
     *
     * @return how many
     */
    public int endOverdue() {
        List<HandoverCase> due = store.due(today(), AT_ONCE);
        for (HandoverCase leaving : due) {
            perform(Caller.system("directory.leaving"), leaving.id(), "directory.end-employment", log -> {
                Snapshot snapshot = current.locked();
                HandoverCase locked = store.lock(leaving.id()).orElseThrow(DefaultLeavings::missing);
                if (!locked.leftTold() && locked.state() != State.CANCELLED) {
                    log.changed(locked, endEmployment(log, snapshot, locked));
                }
                return leaving.id();
            });
        }
        return due.size();
    }

    /** Others are told on the last day or after it, never before: until then the person works here. */
    private HandoverCase endEmployment(ActLog log, Snapshot snapshot, HandoverCase leaving) {
        boolean over = !leaving.lastDay().isAfter(today());
        if (!leaving.employmentEnded()) {
            departures.end(file(snapshot, leaving.personId()), leaving.lastDay());
            changes.tell(log, "person", leaving.personId());
        }
        if (over && !leaving.leftTold()) {
            log.emit(new Event(
                    LEFT,
                    leaving.personId(),
                    Map.of(
                            "personId", leaving.personId(),
                            "lastDay", leaving.lastDay().toString(),
                            "reason", leaving.reason())));
        }
        HandoverCase ended = leaving.employmentEnded(over || leaving.leftTold());
        store.update(ended);
        return ended;
    }

    /** With open items only the principal closes, with a reason, and never for themselves. */
    private void requireWaiver(Caller caller, HandoverCase leaving, List<HandoverItem> open, String why) {
        if (why.isEmpty()) {
            throw new Refused(CLAUSE, "directory.leaving-items-open", open.size());
        }
        access.require(caller, DirectoryPermissions.LEAVING_WAIVE, Scope.school());
        if (isCaller(caller, leaving.personId())) {
            throw new Refused(CLAUSE, "directory.leaving-own");
        }
    }

    private List<HandoverItem> refreshed(Caller caller, String leavingId) {
        return perform(Caller.system(caller.correlationId()), leavingId, "directory.refresh-checklist", log -> {
            HandoverCase leaving = store.lock(leavingId).orElseThrow(DefaultLeavings::missing);
            Checklist.Merged merged = checklist.merge(leaving, false);
            checklist.store(merged);
            duties.opened(leaving, merged.added(), clock.instant());
            log.changed(null, Map.of("added", merged.added(), "altered", merged.altered()));
            return merged.items();
        });
    }

    private <T> T perform(Caller caller, String leavingId, String action, Acts.Work<T> work) {
        return acts.perform(
                caller, Act.on(LEAVING, leavingId, action, DirectoryPermissions.LEAVING, Scope.school()), work);
    }

    private HandoverCase checked(Caller caller, Snapshot snapshot, NewLeaving wanted) {
        Checks checks = new Checks();
        checks.that(wanted.reason() != null, "reason", "core.required");
        checks.that(wanted.lastDay() != null, "lastDay", "core.required");
        String personId = checks.text("personId", wanted.personId(), 1, 26);
        String receiverId = checks.text("receiverId", wanted.receiverId(), 1, 26);
        String decision = checks.text("decisionNumber", wanted.decisionNumber(), 0, 60);
        checks.orThrow();
        PersonFile file = file(snapshot, personId);
        if (!file.employed(wanted.lastDay())) {
            throw new Conflict("directory.not-employed", file.fullName(), wanted.lastDay());
        }
        requireReceiver(snapshot, "receiverId", receiverId, personId);
        return new HandoverCase(
                ids.next(),
                Direction.LEAVING,
                personId,
                wanted.reason().name(),
                wanted.lastDay(),
                decision,
                receiverId,
                State.OPEN,
                false,
                false,
                caller.accountId(),
                clock.instant(),
                Optional.empty(),
                "");
    }

    private void requireReceiver(Snapshot snapshot, String field, String receiverId, String leaverId) {
        if (receiverId == null || receiverId.isBlank()) {
            throw new Invalid(field, "core.required");
        }
        if (receiverId.equals(leaverId)) {
            throw new Invalid(field, "directory.leaving-receiver-is-leaver");
        }
        if (!file(snapshot, receiverId).employed(today())) {
            throw new Invalid(field, "directory.leaving-receiver-gone");
        }
    }

    private HandoverCase lockedOpen(String leavingId) {
        HandoverCase leaving = store.lock(leavingId)
                .filter(found -> found.direction() == Direction.LEAVING)
                .orElseThrow(DefaultLeavings::missing);
        if (leaving.state() != State.OPEN) {
            throw new Conflict("directory.leaving-not-open");
        }
        return leaving;
    }

    private HandoverItem item(String leavingId, String itemId) {
        return store.items(leavingId).stream()
                .filter(item -> item.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> new NotFound("directory.no-leaving-item"));
    }

    /** Who has no part in a case need not know of it. */
    private Leaving seen(Caller caller, HandoverCase leaving, List<HandoverItem> items) {
        List<String> parties = new ArrayList<>(List.of(leaving.personId(), leaving.receiverId()));
        items.forEach(item -> parties.add(item.receiverId()));
        boolean party = caller.personId().filter(parties::contains).isPresent();
        if (!party && !access.allows(caller, DirectoryPermissions.LEAVING, Scope.school())) {
            throw missing();
        }
        return view(current.get(), leaving, items);
    }

    private static Leaving view(Snapshot snapshot, HandoverCase leaving, List<HandoverItem> items) {
        int open = (int) items.stream().filter(HandoverItem::open).count();
        return view(snapshot, leaving, items, open);
    }

    private static Leaving view(Snapshot snapshot, HandoverCase leaving, List<HandoverItem> items, int open) {
        return new Leaving(
                leaving.id(),
                leaving.personId(),
                name(snapshot, leaving.personId()),
                DepartureReason.valueOf(leaving.reason()),
                leaving.lastDay(),
                leaving.decisionNumber(),
                leaving.receiverId(),
                leaving.state(),
                leaving.employmentEnded(),
                items.stream().map(item -> view(snapshot, item)).toList(),
                open,
                leaving.openedAt(),
                leaving.closedAt(),
                leaving.closingReason());
    }

    private static Item view(Snapshot snapshot, HandoverItem item) {
        return new Item(
                item.id(),
                item.domain(),
                item.clause(),
                item.title(),
                item.link(),
                item.receiverId(),
                name(snapshot, item.receiverId()),
                item.leaverConfirmedAt(),
                item.receiverConfirmedAt(),
                item.state());
    }

    private static String name(Snapshot snapshot, String personId) {
        return snapshot.file(personId).map(PersonFile::fullName).orElse("");
    }

    private static PersonFile file(Snapshot snapshot, String personId) {
        return snapshot.file(personId).orElseThrow(() -> new NotFound("directory.no-person"));
    }

    private static boolean isCaller(Caller caller, String personId) {
        return caller.personId().filter(personId::equals).isPresent();
    }

    private static NotFound missing() {
        return new NotFound("directory.no-leaving");
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
