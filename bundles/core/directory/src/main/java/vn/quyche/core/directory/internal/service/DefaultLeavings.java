package vn.quyche.core.directory.internal.service;

import java.time.Clock;
import java.time.LocalDate;
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
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.directory.DepartureReason;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.directory.internal.model.Direction;
import vn.quyche.core.directory.internal.model.HandoverCase;
import vn.quyche.core.directory.internal.model.HandoverItem;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.store.JpaHandoverStore;

/** Leavings: opened, settled item by item by both sides, closed. */
@Component(service = {Leavings.class, DefaultLeavings.class})
@Regulated({"BC.7.3", "TT.6.3", "MT.10.5"})
public class DefaultLeavings implements Leavings {

    /** Somebody does not work here any more. */
    static final String LEFT = "directory.person-left.v1";

    private static final int AT_ONCE = 100;

    private static final Handovers.Kind KIND = new Handovers.Kind(
            Direction.LEAVING,
            "directory.leaving",
            "lastDay",
            "receiverId",
            Optional.of("BC.7.3"),
            new Handovers.Codes(
                    "directory.no-leaving",
                    "directory.leaving-open",
                    "directory.leaving-not-open",
                    "directory.no-leaving-item",
                    "directory.leaving-not-party",
                    "directory.leaving-item-settled",
                    "directory.leaving-items-open",
                    "directory.leaving-own",
                    "directory.leaving-receiver-is-leaver",
                    "directory.leaving-receiver-gone"));

    private final Handovers handovers;
    private final JpaHandoverStore store;
    private final Departures departures;
    private final CurrentDirectory current;
    private final DirectoryChanges changes;
    private final Clock clock;

    @Activate
    public DefaultLeavings(
            @Reference Handovers handovers,
            @Reference JpaHandoverStore store,
            @Reference Departures departures,
            @Reference CurrentDirectory current,
            @Reference DirectoryChanges changes,
            @Reference Clock clock) {
        this.handovers = handovers;
        this.store = store;
        this.departures = departures;
        this.current = current;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String open(Caller caller, String key, NewLeaving wanted) {
        return handovers.open(
                KIND,
                caller,
                key,
                "directory.open-leaving",
                new Handovers.Wanted(
                        wanted.personId(),
                        wanted.reason(),
                        wanted.lastDay(),
                        wanted.decisionNumber(),
                        wanted.receiverId()));
    }

    @Override
    public Page<Leaving> list(Caller caller, Optional<State> state, Optional<String> text, PageRequest page) {
        return handovers.list(KIND, caller, state, text, page, DefaultLeavings::view);
    }

    @Override
    public Leaving get(Caller caller, String leavingId) {
        return handovers.get(KIND, caller, leavingId, DefaultLeavings::view);
    }

    @Override
    public Leaving confirm(Caller caller, String leavingId, String itemId) {
        return handovers.confirm(KIND, caller, leavingId, itemId, "directory.confirm-handover", DefaultLeavings::view);
    }

    @Override
    public Leaving changeReceiver(Caller caller, String leavingId, String itemId, String receiverId) {
        return handovers.changePartner(
                KIND, caller, leavingId, itemId, receiverId, "directory.change-receiver", DefaultLeavings::view);
    }

    @Override
    public Leaving close(Caller caller, String leavingId, String reason) {
        return handovers.close(
                KIND,
                caller,
                leavingId,
                reason,
                "directory.close-leaving",
                log -> {
                    Snapshot snapshot = current.locked();
                    return closed -> endEmployment(log, snapshot, closed);
                },
                "Đã đóng phiếu bàn giao",
                DefaultLeavings::view);
    }

    @Override
    public void cancel(Caller caller, String leavingId, String reason) {
        handovers.cancel(KIND, caller, leavingId, reason, "directory.cancel-leaving");
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
            handovers.perform(
                    KIND, Caller.system("directory.leaving"), leaving.id(), "directory.end-employment", log -> {
                        Snapshot snapshot = current.locked();
                        HandoverCase locked = store.lock(leaving.id()).orElseThrow(() -> Handovers.missing(KIND));
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
            departures.end(Handovers.file(snapshot, leaving.personId()), leaving.lastDay());
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

    private static Leaving view(Snapshot snapshot, HandoverCase leaving, List<HandoverItem> items, int open) {
        return new Leaving(
                leaving.id(),
                leaving.personId(),
                Handovers.name(snapshot, leaving.personId()),
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
                Handovers.name(snapshot, item.receiverId()),
                item.leaverConfirmedAt(),
                item.receiverConfirmedAt(),
                item.state());
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
