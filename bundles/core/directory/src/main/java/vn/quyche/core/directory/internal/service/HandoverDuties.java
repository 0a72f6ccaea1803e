package vn.quyche.core.directory.internal.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.directory.internal.link.DutiesLink;
import vn.quyche.core.directory.internal.model.Direction;
import vn.quyche.core.directory.internal.model.HandoverCase;
import vn.quyche.core.directory.internal.model.HandoverItem;

/** Reminds both sides: first who hands over, then who receives, when the other side has confirmed. */
@Component(service = HandoverDuties.class)
public class HandoverDuties {

    private static final Duration LEAST = Duration.ofDays(1);

    private final DutiesLink duties;

    @Activate
    public HandoverDuties(@Reference DutiesLink duties) {
        this.duties = duties;
    }

    /** Lays the items on who hands over; what is settled by being done has its own reminders. */
    void opened(HandoverCase handover, List<HandoverItem> items, Instant now) {
        duties.assign(items.stream()
                .filter(item -> item.open() && !item.byItself())
                .map(item -> leaves(handover) ? ofPerson(handover, item, now) : ofOther(handover, item, now))
                .toList());
    }

    /** Takes note of a confirmation or of another person on the other side. */
    void confirmed(HandoverCase handover, HandoverItem item, Instant now) {
        String evidence = handover.direction().subject() + ':' + handover.id();
        item.leaverConfirmedAt().ifPresent(at -> duties.done(personKey(handover, item), evidence));
        item.receiverConfirmedAt().ifPresent(at -> duties.done(otherKey(handover, item), evidence));
        if (item.leaverConfirmedAt().isEmpty() && item.receiverConfirmedAt().isPresent() && !leaves(handover)) {
            duties.assign(List.of(ofPerson(handover, item, now)));
        }
        if (item.receiverConfirmedAt().isEmpty() && (item.leaverConfirmedAt().isPresent() || !leaves(handover))) {
            duties.assign(List.of(ofOther(handover, item, now)));
        }
    }

    /** Another person is on the other side: what the one before had to do passes to them. */
    void passed(HandoverCase handover, HandoverItem before, HandoverItem after, Instant now) {
        if (!before.receiverId().equals(after.receiverId())) {
            duties.withdraw(otherKey(handover, before), "Chuyển cho người khác");
        }
        confirmed(handover, after, now);
    }

    /** Nothing is to be done any more. */
    void ended(HandoverCase handover, String reason) {
        duties.withdraw(handover.direction().subject(), handover.id(), reason);
    }

    private static NewDuty ofPerson(HandoverCase handover, HandoverItem item, Instant now) {
        String kind = leaves(handover) ? "directory.hand-over" : "directory.take";
        return duty(handover, item, personKey(handover, item), handover.personId(), kind, now);
    }

    private static NewDuty ofOther(HandoverCase handover, HandoverItem item, Instant now) {
        String kind = leaves(handover) ? "directory.receive" : "directory.give";
        return duty(handover, item, otherKey(handover, item), item.receiverId(), kind, now);
    }

    /** Due with the last or first day; when that is over already, a day from now. */
    private static NewDuty duty(
            HandoverCase handover, HandoverItem item, String key, String personId, String kind, Instant now) {
        Instant day = VietnamTime.endOf(handover.lastDay());
        Instant soonest = now.plus(LEAST);
        return new NewDuty(
                key,
                kind,
                item.clause(),
                item.title(),
                personId,
                handover.direction().subject(),
                handover.id(),
                handover.direction().page(handover.id()),
                day.isBefore(soonest) ? soonest : day,
                List.of(Duration.ofDays(3), Duration.ofDays(1)),
                Optional.of(handover.receiverId()));
    }

    private static boolean leaves(HandoverCase handover) {
        return handover.direction() == Direction.LEAVING;
    }

    private static String personKey(HandoverCase handover, HandoverItem item) {
        return handover.direction().subject() + ':' + item.id() + (leaves(handover) ? ":leaver" : ":joiner");
    }

    private static String otherKey(HandoverCase handover, HandoverItem item) {
        String side = leaves(handover) ? ":receiver:" : ":giver:";
        return handover.direction().subject() + ':' + item.id() + side + item.receiverId();
    }
}
