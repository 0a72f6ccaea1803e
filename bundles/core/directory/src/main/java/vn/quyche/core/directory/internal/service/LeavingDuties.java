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
import vn.quyche.core.directory.internal.model.LeavingCase;
import vn.quyche.core.directory.internal.model.LeavingItem;

/** Reminds both sides of what is to be handed over: the leaver at once, the receiver when the leaver has confirmed. */
@Component(service = LeavingDuties.class)
public class LeavingDuties {

    private static final String SUBJECT = "directory.leaving";
    private static final Duration LEAST = Duration.ofDays(1);

    private final DutiesLink duties;

    @Activate
    public LeavingDuties(@Reference DutiesLink duties) {
        this.duties = duties;
    }

    /** Lays the items on the leaver. */
    void opened(LeavingCase leaving, List<LeavingItem> items, Instant now) {
        duties.assign(items.stream()
                .filter(LeavingItem::open)
                .map(item -> duty(leaving, item, "leaver", leaving.personId(), "directory.hand-over", now))
                .toList());
    }

    /** Takes note of a confirmation. */
    void confirmed(LeavingCase leaving, LeavingItem item, Instant now) {
        item.leaverConfirmedAt().ifPresent(at -> duties.done(key(item, "leaver"), SUBJECT + ':' + leaving.id()));
        item.receiverConfirmedAt().ifPresent(at -> duties.done(receiverKey(item), SUBJECT + ':' + leaving.id()));
        if (item.leaverConfirmedAt().isPresent() && item.receiverConfirmedAt().isEmpty()) {
            duties.assign(List.of(
                    duty(leaving, item, "receiver:" + item.receiverId(), item.receiverId(), "directory.receive", now)));
        }
    }

    /** Nothing is to be done any more. */
    void ended(LeavingCase leaving, String reason) {
        duties.withdraw(SUBJECT, leaving.id(), reason);
    }

    /** Due with the last day; when that is over already, a day from now. */
    private static NewDuty duty(
            LeavingCase leaving, LeavingItem item, String side, String personId, String kind, Instant now) {
        Instant lastDay = VietnamTime.endOf(leaving.lastDay());
        Instant soonest = now.plus(LEAST);
        return new NewDuty(
                key(item, side),
                kind,
                item.clause(),
                item.title(),
                personId,
                SUBJECT,
                leaving.id(),
                "/directory/leavings/" + leaving.id(),
                lastDay.isBefore(soonest) ? soonest : lastDay,
                List.of(Duration.ofDays(3), Duration.ofDays(1)),
                Optional.of(leaving.receiverId()));
    }

    private static String receiverKey(LeavingItem item) {
        return key(item, "receiver:" + item.receiverId());
    }

    private static String key(LeavingItem item, String side) {
        return "directory.leaving:" + item.id() + ':' + side;
    }
}
