package vn.quyche.core.directory.internal.service;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.Joinings;
import vn.quyche.core.api.directory.Leavings.State;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.directory.internal.model.Direction;
import vn.quyche.core.directory.internal.model.HandoverCase;
import vn.quyche.core.directory.internal.model.HandoverItem;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.store.JpaHandoverStore;

/** Joinings: opened, settled item by item by both sides, closed. */
@Component
@Regulated("MT.10.5")
public class DefaultJoinings implements Joinings {

    private static final Handovers.Kind KIND = new Handovers.Kind(
            Direction.JOINING,
            "directory.joining",
            "firstDay",
            "giverId",
            Optional.empty(),
            new Handovers.Codes(
                    "directory.no-joining",
                    "directory.joining-open",
                    "directory.joining-not-open",
                    "directory.no-joining-item",
                    "directory.joining-not-party",
                    "directory.joining-item-settled",
                    "directory.joining-items-open",
                    "directory.joining-own",
                    "directory.joining-giver-is-joiner",
                    "directory.joining-giver-gone"));

    private final Handovers handovers;
    private final JpaHandoverStore store;

    @Activate
    public DefaultJoinings(@Reference Handovers handovers, @Reference JpaHandoverStore store) {
        this.handovers = handovers;
        this.store = store;
    }

    @Override
    public String open(Caller caller, String key, NewJoining wanted) {
        return handovers.open(
                KIND,
                caller,
                key,
                "directory.open-joining",
                new Handovers.Wanted(
                        wanted.personId(),
                        wanted.reason(),
                        wanted.firstDay(),
                        wanted.decisionNumber(),
                        wanted.giverId()));
    }

    @Override
    public Page<Joining> list(Caller caller, Optional<State> state, Optional<String> text, PageRequest page) {
        return handovers.list(KIND, caller, state, text, page, DefaultJoinings::view);
    }

    @Override
    public Joining get(Caller caller, String joiningId) {
        return handovers.get(KIND, caller, joiningId, DefaultJoinings::view);
    }

    @Override
    public Joining confirm(Caller caller, String joiningId, String itemId) {
        return handovers.confirm(KIND, caller, joiningId, itemId, "directory.confirm-joining", DefaultJoinings::view);
    }

    @Override
    public Joining changeGiver(Caller caller, String joiningId, String itemId, String giverId) {
        return handovers.changePartner(
                KIND, caller, joiningId, itemId, giverId, "directory.change-giver", DefaultJoinings::view);
    }

    @Override
    public Joining close(Caller caller, String joiningId, String reason) {
        return handovers.close(
                KIND,
                caller,
                joiningId,
                reason,
                "directory.close-joining",
                log -> closed -> {
                    store.update(closed);
                    return closed;
                },
                "Đã đóng phiếu tiếp nhận",
                DefaultJoinings::view);
    }

    @Override
    public void cancel(Caller caller, String joiningId, String reason) {
        handovers.cancel(KIND, caller, joiningId, reason, "directory.cancel-joining");
    }

    private static Joining view(Snapshot snapshot, HandoverCase joining, List<HandoverItem> items, int open) {
        return new Joining(
                joining.id(),
                joining.personId(),
                Handovers.name(snapshot, joining.personId()),
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
                Handovers.name(snapshot, item.receiverId()),
                item.byItself(),
                item.receiverConfirmedAt(),
                item.leaverConfirmedAt(),
                item.state());
    }
}
