package vn.quyche.core.api.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Leavings.ItemState;
import vn.quyche.core.api.directory.Leavings.State;
import vn.quyche.core.api.security.Caller;

/**
 * The joining checklist: what a person who comes is given, each item confirmed by both sides. The counterpart of
 * {@link Leavings}, with the same permissions.
 */
@ProviderType
@Regulated("MT.10.5")
public interface Joinings {

    /**
     * One thing to give.
     *
     * @param id its id
     * @param domain who asks for it
     * @param clause the clause that asks for it
     * @param title what to do
     * @param link the page of the thing, may be empty
     * @param giverId who gives
     * @param giverName the name
     * @param byItself whether nobody confirms it: it is settled by being done
     * @param giverConfirmedAt when the giver confirmed
     * @param joinerConfirmedAt when the joiner confirmed
     * @param state where it stands
     */
    record Item(
            String id,
            String domain,
            String clause,
            String title,
            String link,
            String giverId,
            String giverName,
            boolean byItself,
            Optional<Instant> giverConfirmedAt,
            Optional<Instant> joinerConfirmedAt,
            ItemState state) {}

    /**
     * A joining.
     *
     * @param id its id
     * @param personId who joins
     * @param personName the name
     * @param reason why
     * @param firstDay the first day at the school
     * @param decisionNumber the number of the decision, may be empty
     * @param giverId who gives for the school what no bundle names a giver for
     * @param state where it stands
     * @param items what to give; empty in lists
     * @param openItems how many items are open
     * @param openedAt when it was opened
     * @param closedAt when it was closed or cancelled
     * @param closingReason why it was closed with open items, or cancelled; empty otherwise
     */
    record Joining(
            String id,
            String personId,
            String personName,
            ArrivalReason reason,
            LocalDate firstDay,
            String decisionNumber,
            String giverId,
            State state,
            List<Item> items,
            int openItems,
            Instant openedAt,
            Optional<Instant> closedAt,
            String closingReason) {}

    /** A joining to open; the fields are those of {@link Joining}. */
    record NewJoining(
            String personId, ArrivalReason reason, LocalDate firstDay, String decisionNumber, String giverId) {}

    /**
     * Opens the checklist of a person.
     *
     * @param key idempotency key, blank for none
     * @return the id of the joining
     * @throws vn.quyche.core.api.error.Conflict {@code directory.joining-open} when there is one
     */
    String open(Caller caller, String key, NewJoining joining);

    /** The joinings, newest first: all with {@code directory:leaving}, otherwise those in which the caller has a part. */
    default Page<Joining> list(Caller caller, Optional<State> state, PageRequest page) {
        return list(caller, state, Optional.empty(), page);
    }

    /**
     * The same of people whose name has a text in it.
     *
     * @param text part of the name, without regard to case and diacritics; empty for everybody
     */
    Page<Joining> list(Caller caller, Optional<State> state, Optional<String> text, PageRequest page);

    /** One joining with its items, asked of all bundles again while it is open. */
    Joining get(Caller caller, String joiningId);

    /**
     * Confirms an item for the caller's side, giver or joiner; confirming twice changes nothing.
     *
     * @throws vn.quyche.core.api.error.Forbidden {@code directory.joining-not-party}
     * @throws vn.quyche.core.api.error.Conflict {@code directory.item-by-itself} when it is settled by being done
     */
    Joining confirm(Caller caller, String joiningId, String itemId);

    /** Lets another person give an item that is open. */
    Joining changeGiver(Caller caller, String joiningId, String itemId, String giverId);

    /**
     * Closes the case.
     *
     * @param reason why it closes with open items; blank when none is open
     * @throws vn.quyche.core.api.error.Refused {@code directory.joining-items-open}, citing the clause of the first one
     */
    Joining close(Caller caller, String joiningId, String reason);

    /** Takes back a case that was opened by mistake; takes a reason. */
    void cancel(Caller caller, String joiningId, String reason);
}
