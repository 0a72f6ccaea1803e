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
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.Joinings;
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

/** Joinings: opened, settled item by item by both sides, closed. */
@Component
@Regulated("MT.10.5")
public class DefaultJoinings implements Joinings {

    private static final String JOINING = "directory.joining";

    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;
    private final JpaHandoverStore store;
    private final Checklist checklist;
    private final HandoverDuties duties;
    private final CurrentDirectory current;

    @Activate
    public DefaultJoinings(
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

    @Override
    public String open(Caller caller, String key, NewJoining wanted) {
        Act act = Act.create(JOINING, "directory.open-joining", DirectoryPermissions.LEAVING, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            HandoverCase joining = checked(caller, snapshot, wanted);
            if (store.openOf(Direction.JOINING, joining.personId()).isPresent()) {
                throw new Conflict("directory.joining-open", name(snapshot, joining.personId()));
            }
            store.insert(joining);
            Checklist.Merged merged = checklist.merge(joining, false);
            checklist.store(merged);
            duties.opened(joining, merged.items(), clock.instant());
            log.subject(joining.id());
            log.changed(null, joining);
            return joining.id();
        });
    }

    @Override
    public Page<Joining> list(Caller caller, Optional<State> state, PageRequest page) {
        boolean all = access.allows(caller, DirectoryPermissions.LEAVING, Scope.school());
        if (!all && caller.personId().isEmpty()) {
            throw new Forbidden("core.forbidden", DirectoryPermissions.LEAVING);
        }
        Page<HandoverCase> cases =
                store.list(Direction.JOINING, state, all ? Optional.empty() : caller.personId(), page);
        Map<String, Integer> open =
                store.openItems(cases.items().stream().map(HandoverCase::id).toList());
        Snapshot snapshot = current.get();
        return cases.map(joining -> view(snapshot, joining, List.of(), open.getOrDefault(joining.id(), 0)));
    }

    @Override
    public Joining get(Caller caller, String joiningId) {
        HandoverCase joining = store.find(joiningId)
                .filter(found -> found.direction() == Direction.JOINING)
                .orElseThrow(DefaultJoinings::missing);
        if (joining.state() != State.OPEN) {
            return seen(caller, joining, store.items(joiningId));
        }
        Checklist.Merged merged = checklist.merge(joining, false);
        Joining seen = seen(caller, joining, merged.items());
        if (merged.changed()) {
            return seen(caller, joining, refreshed(caller, joiningId));
        }
        return seen;
    }

    @Override
    public Joining confirm(Caller caller, String joiningId, String itemId) {
        return acts.perform(caller, Act.self(JOINING, joiningId, "directory.confirm-joining"), log -> {
            HandoverCase joining = lockedOpen(joiningId);
            HandoverItem item = item(joiningId, itemId);
            boolean byJoiner = isCaller(caller, joining.personId());
            boolean byGiver = isCaller(caller, item.receiverId());
            if (!byJoiner && !byGiver) {
                throw new Forbidden("directory.joining-not-party");
            }
            if (item.byItself()) {
                throw new Conflict("directory.item-by-itself");
            }
            HandoverItem confirmed = item.open() ? item.confirmed(byJoiner, byGiver, clock.instant()) : item;
            if (!confirmed.equals(item)) {
                store.update(confirmed);
                duties.confirmed(joining, confirmed, clock.instant());
                if (confirmed.state() == ItemState.SETTLED) {
                    checklist.settled(joining, confirmed);
                }
                log.changed(item, confirmed);
            }
            return view(current.get(), joining, store.items(joiningId));
        });
    }

    @Override
    public Joining changeGiver(Caller caller, String joiningId, String itemId, String giverId) {
        return perform(caller, joiningId, "directory.change-giver", log -> {
            HandoverCase joining = lockedOpen(joiningId);
            HandoverItem item = item(joiningId, itemId);
            if (!item.open()) {
                throw new Conflict("directory.joining-item-settled");
            }
            Snapshot snapshot = current.get();
            requireGiver(snapshot, "giverId", giverId, joining.personId());
            HandoverItem changed = item.receivedBy(giverId);
            store.update(changed);
            duties.confirmed(joining, changed, clock.instant());
            log.changed(item, changed);
            return view(snapshot, joining, store.items(joiningId));
        });
    }

    @Override
    public Joining close(Caller caller, String joiningId, String reason) {
        return perform(caller, joiningId, "directory.close-joining", log -> {
            HandoverCase joining = lockedOpen(joiningId);
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 0, 1000);
            checks.orThrow();
            Checklist.Merged merged = checklist.merge(joining, true);
            checklist.store(merged);
            List<HandoverItem> open =
                    merged.items().stream().filter(HandoverItem::open).toList();
            if (!open.isEmpty()) {
                requireWaiver(caller, joining, open, why);
                open.forEach(item -> store.update(item.in(ItemState.WAIVED)));
                log.note(why);
            }
            HandoverCase closed = joining.ended(State.CLOSED, clock.instant(), open.isEmpty() ? "" : why);
            store.update(closed);
            duties.ended(closed, "Đã đóng phiếu tiếp nhận");
            log.changed(joining, closed);
            return view(current.get(), closed, store.items(joiningId));
        });
    }

    @Override
    public void cancel(Caller caller, String joiningId, String reason) {
        perform(caller, joiningId, "directory.cancel-joining", log -> {
            HandoverCase joining = lockedOpen(joiningId);
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 1000);
            checks.orThrow();
            HandoverCase cancelled = joining.ended(State.CANCELLED, clock.instant(), why);
            store.update(cancelled);
            duties.ended(cancelled, why);
            log.note(why);
            log.changed(joining, cancelled);
            return joiningId;
        });
    }

    /** With open items only the principal closes, with a reason, and never for themselves. */
    private void requireWaiver(Caller caller, HandoverCase joining, List<HandoverItem> open, String why) {
        if (why.isEmpty()) {
            throw new Refused(open.get(0).clause(), "directory.joining-items-open", open.size());
        }
        access.require(caller, DirectoryPermissions.LEAVING_WAIVE, Scope.school());
        if (isCaller(caller, joining.personId())) {
            throw new Refused(open.get(0).clause(), "directory.joining-own");
        }
    }

    private List<HandoverItem> refreshed(Caller caller, String joiningId) {
        return perform(Caller.system(caller.correlationId()), joiningId, "directory.refresh-checklist", log -> {
            HandoverCase joining = store.lock(joiningId).orElseThrow(DefaultJoinings::missing);
            Checklist.Merged merged = checklist.merge(joining, false);
            checklist.store(merged);
            duties.opened(joining, merged.added(), clock.instant());
            log.changed(null, Map.of("added", merged.added(), "altered", merged.altered()));
            return merged.items();
        });
    }

    private <T> T perform(Caller caller, String joiningId, String action, Acts.Work<T> work) {
        return acts.perform(
                caller, Act.on(JOINING, joiningId, action, DirectoryPermissions.LEAVING, Scope.school()), work);
    }

    private HandoverCase checked(Caller caller, Snapshot snapshot, NewJoining wanted) {
        Checks checks = new Checks();
        checks.that(wanted.reason() != null, "reason", "core.required");
        checks.that(wanted.firstDay() != null, "firstDay", "core.required");
        String personId = checks.text("personId", wanted.personId(), 1, 26);
        String giverId = checks.text("giverId", wanted.giverId(), 1, 26);
        String decision = checks.text("decisionNumber", wanted.decisionNumber(), 0, 60);
        checks.orThrow();
        PersonFile file = file(snapshot, personId);
        if (!file.employed(wanted.firstDay())) {
            throw new Conflict("directory.not-employed", file.fullName(), wanted.firstDay());
        }
        requireGiver(snapshot, "giverId", giverId, personId);
        return new HandoverCase(
                ids.next(),
                Direction.JOINING,
                personId,
                wanted.reason().name(),
                wanted.firstDay(),
                decision,
                giverId,
                State.OPEN,
                false,
                false,
                caller.accountId(),
                clock.instant(),
                Optional.empty(),
                "");
    }

    private void requireGiver(Snapshot snapshot, String field, String giverId, String joinerId) {
        if (giverId == null || giverId.isBlank()) {
            throw new Invalid(field, "core.required");
        }
        if (giverId.equals(joinerId)) {
            throw new Invalid(field, "directory.joining-giver-is-joiner");
        }
        if (!file(snapshot, giverId).employed(today())) {
            throw new Invalid(field, "directory.joining-giver-gone");
        }
    }

    private HandoverCase lockedOpen(String joiningId) {
        HandoverCase joining = store.lock(joiningId)
                .filter(found -> found.direction() == Direction.JOINING)
                .orElseThrow(DefaultJoinings::missing);
        if (joining.state() != State.OPEN) {
            throw new Conflict("directory.joining-not-open");
        }
        return joining;
    }

    private HandoverItem item(String joiningId, String itemId) {
        return store.items(joiningId).stream()
                .filter(item -> item.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> new NotFound("directory.no-joining-item"));
    }

    /** Who has no part in a case need not know of it. */
    private Joining seen(Caller caller, HandoverCase joining, List<HandoverItem> items) {
        List<String> parties = new ArrayList<>(List.of(joining.personId(), joining.receiverId()));
        items.forEach(item -> parties.add(item.receiverId()));
        boolean party = caller.personId().filter(parties::contains).isPresent();
        if (!party && !access.allows(caller, DirectoryPermissions.LEAVING, Scope.school())) {
            throw missing();
        }
        return view(current.get(), joining, items);
    }

    private static Joining view(Snapshot snapshot, HandoverCase joining, List<HandoverItem> items) {
        int open = (int) items.stream().filter(HandoverItem::open).count();
        return view(snapshot, joining, items, open);
    }

    private static Joining view(Snapshot snapshot, HandoverCase joining, List<HandoverItem> items, int open) {
        return new Joining(
                joining.id(),
                joining.personId(),
                name(snapshot, joining.personId()),
                ArrivalReason.valueOf(joining.reason()),
                joining.lastDay(),
                joining.decisionNumber(),
                joining.receiverId(),
                joining.state(),
                items.stream().map(item -> view(snapshot, item)).toList(),
                open,
                joining.openedAt(),
                joining.closedAt(),
                joining.closingReason());
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
                item.byItself(),
                item.receiverConfirmedAt(),
                item.leaverConfirmedAt(),
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
        return new NotFound("directory.no-joining");
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
