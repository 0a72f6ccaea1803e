package vn.quyche.core.api.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.security.Caller;

/**
 * The leaving checklist: what a person hands over before going, each item confirmed by both sides.
 *
 * <p>Opening, receiving persons and closing take {@code directory:leaving}; the leaver and the receivers see the case and
 * confirm without a permission. Closing with open items takes {@code directory:leaving-waive} (the principal's) and a
 * reason.
 */
@ProviderType
@Regulated({"BC.7.3", "TT.6.3", "MT.10.5"})
public interface Leavings {

    /** Where a case stands. */
    enum State {
        OPEN,
        CLOSED,
        /** Opened by mistake. */
        CANCELLED
    }

    /** Where an item stands. */
    enum ItemState {
        OPEN,
        SETTLED,
        /** What it was about is gone by itself, for example the group was left. */
        GONE,
        /** Left open when the principal closed the case with a reason. */
        WAIVED
    }

    /**
     * One thing to hand over.
     *
     * @param id its id
     * @param domain who asks for it
     * @param clause the clause that asks for it
     * @param title what to do
     * @param link the page of the thing, may be empty
     * @param receiverId who confirms the other side
     * @param receiverName the name
     * @param leaverConfirmedAt when the leaver confirmed
     * @param receiverConfirmedAt when the receiver confirmed
     * @param state where it stands
     */
    record Item(
            String id,
            String domain,
            String clause,
            String title,
            String link,
            String receiverId,
            String receiverName,
            Optional<Instant> leaverConfirmedAt,
            Optional<Instant> receiverConfirmedAt,
            ItemState state) {}

    /**
     * A leaving.
     *
     * @param id its id
     * @param personId who leaves
     * @param personName the name
     * @param reason why
     * @param lastDay the last day at the school
     * @param decisionNumber the number of the decision, may be empty
     * @param receiverId who receives for the school what no bundle names a receiver for
     * @param state where it stands
     * @param employmentEnded whether the employment has ended by it
     * @param items what to hand over; empty in lists
     * @param openItems how many items are open
     * @param openedAt when it was opened
     * @param closedAt when it was closed or cancelled
     * @param closingReason why it was closed with open items, or cancelled; empty otherwise
     */
    record Leaving(
            String id,
            String personId,
            String personName,
            DepartureReason reason,
            LocalDate lastDay,
            String decisionNumber,
            String receiverId,
            State state,
            boolean employmentEnded,
            List<Item> items,
            int openItems,
            Instant openedAt,
            Optional<Instant> closedAt,
            String closingReason) {}

    /** A leaving to open; the fields are those of {@link Leaving}. */
    record NewLeaving(
            String personId, DepartureReason reason, LocalDate lastDay, String decisionNumber, String receiverId) {}

    /**
     * Opens the checklist of a person.
     *
     * @param key idempotency key, blank for none
     * @return the id of the leaving
     * @throws vn.quyche.core.api.error.Conflict {@code directory.leaving-open} when there is one
     */
    String open(Caller caller, String key, NewLeaving leaving);

    /** The leavings, newest first: all with {@code directory:leaving}, otherwise those in which the caller has a part. */
    default Page<Leaving> list(Caller caller, Optional<State> state, PageRequest page) {
        return list(caller, state, Optional.empty(), page);
    }

    /**
     * The same of people whose name has a text in it.
     *
     * @param text part of the name, without regard to case and diacritics; empty for everybody
     */
    Page<Leaving> list(Caller caller, Optional<State> state, Optional<String> text, PageRequest page);

    /** One leaving with its items, asked of all bundles again while it is open. */
    Leaving get(Caller caller, String leavingId);

    /**
     * Confirms an item for the caller's side, leaver or receiver; confirming twice changes nothing.
     *
     * @throws vn.quyche.core.api.error.Forbidden {@code directory.leaving-not-party}
     */
    Leaving confirm(Caller caller, String leavingId, String itemId);

    /** Lets another person receive an item that is open. */
    Leaving changeReceiver(Caller caller, String leavingId, String itemId, String receiverId);

    /**
     * Closes the case and ends the employment with its last day.
     *
     * @param reason why it closes with open items; blank when none is open
     * @throws vn.quyche.core.api.error.Refused {@code directory.leaving-items-open} (BC.7.3)
     */
    Leaving close(Caller caller, String leavingId, String reason);

    /** Takes back a case that was opened by mistake; takes a reason. */
    void cancel(Caller caller, String leavingId, String reason);
}
