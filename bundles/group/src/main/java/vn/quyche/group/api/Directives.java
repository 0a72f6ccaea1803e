package vn.quyche.group.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.security.Caller;

/**
 * Directives: written, issued, read, acknowledged, answered, done. Clauses BC.2.2, BC.3.3, BC.5.1, BC.5.2, BC.6.3, BC.6.4,
 * BC.6.8, MT.12.1.
 */
@ProviderType
public interface Directives {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param groupId the group
     * @param text part of the title or number, without regard to case and diacritics
     * @param state where it stands
     * @param inbox only those sent to the caller
     * @param openOnly with {@code inbox}: only those for which the caller has not yet done what was asked
     * @param pinnedOnly only pinned ones
     * @param authored only those that the caller wrote
     */
    record Query(
            Optional<String> groupId,
            Optional<String> text,
            Optional<DirectiveState> state,
            boolean inbox,
            boolean openOnly,
            boolean pinnedOnly,
            boolean authored) {

        /** What was sent to the caller. */
        public static Query myInbox() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), true, false, false, false);
        }

        /** What was issued and drafted in a group. */
        public static Query ofGroup(String groupId) {
            return new Query(Optional.of(groupId), Optional.empty(), Optional.empty(), false, false, false, false);
        }
    }

    /**
     * Directives that the caller may see, the newest first ({@code -written}); drafts only for their author. Listing the inbox
     * delivers.
     */
    Page<Directive> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code group.directive-not-found}, also when the caller may not see it */
    Directive get(Caller caller, String directiveId);

    /** Writes a draft; poster of the group. Gives the id. */
    String draft(Caller caller, NewDirective directive, String idempotencyKey);

    /** Alters a draft; its author only. */
    Directive revise(Caller caller, String directiveId, long version, NewDirective directive);

    /** Throws a draft away; its author only. */
    void discard(Caller caller, String directiveId);

    /**
     * Issues a draft: numbers it, freezes content and recipients, lays the duty on each.
     *
     * @throws vn.quyche.core.api.error.Refused MT.12.1, BC.5.1, BC.6.8, or what screening refuses
     */
    Directive issue(Caller caller, String directiveId, long version);

    /** Writes and issues in one step, at most once per key. Gives the id. */
    String issueNow(Caller caller, NewDirective directive, String idempotencyKey);

    /** Whom a directive would reach if it were issued now, by name; checks everything that issuing checks. */
    List<Person> preview(Caller caller, NewDirective directive);

    /** Takes an issued directive back with a reason; it stays readable. Author or leader. */
    Directive withdraw(Caller caller, String directiveId, String reason);

    /** Pins an issued directive; leader or deputy, a reason, at most {@code group.max-pins} in the group (BC.5.2). */
    void pin(Caller caller, String directiveId, String reason);

    /** Takes a pin away; leader or deputy. */
    void unpin(Caller caller, String directiveId);

    /** The caller opened the directive. Again does nothing; for those who are no recipients it does nothing. */
    void read(Caller caller, String directiveId);

    /** The caller confirms to have received the directive. Again does nothing. */
    void acknowledge(Caller caller, String directiveId);

    /**
     * The caller confirms to have received several directives, all or none; those that were confirmed stay as they were.
     *
     * @return how many were confirmed now
     * @throws vn.quyche.core.api.error.Invalid {@code group.nothing-chosen} for none, or more than {@link PageRequest#MAX_SIZE}
     */
    int acknowledgeAll(Caller caller, Collection<String> directiveIds);

    /** What was sent to the caller and not opened yet, newest first; telling it delivers. */
    List<Directive> unread(Caller caller, int limit);

    /** The caller answers; a later answer replaces the one before (the audit keeps both). */
    void reply(Caller caller, String directiveId, String text);

    /** The caller reports the work as done, with a remark. */
    void complete(Caller caller, String directiveId, String remark);

    /** The caller's own receipt; empty when the directive was not sent to the caller. */
    Optional<Receipt> myReceipt(Caller caller, String directiveId);

    /** The caller's own receipts of several directives by the id of the directive; only of those sent to the caller. */
    Map<String, Receipt> myReceipts(Caller caller, Collection<String> directiveIds);

    /**
     * Receipts of a directive by {@code stage}, those who have done least first and then by name, or by {@code name}; author, leaders and {@code group:receipts}.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code group.not-addressed} for a unit to which it is not addressed
     */
    Page<Receipt> receipts(Caller caller, String directiveId, ReceiptFilter filter, PageRequest page);

    /**
     * The units and campuses to which a directive is addressed, in the order of its author; of an issued one with those who
     * got it, of a draft with the members of today. None when it goes to people or to the whole group. Whoever may see it.
     */
    List<AddressedUnit> units(Caller caller, String directiveId);

    /** Figures of the receipts of several directives, by their ids; of those that the caller may see. */
    Map<String, ReceiptSummary> summaries(Caller caller, Collection<String> directiveIds);

    /** Figures of the receipts; whoever may see the directive. */
    ReceiptSummary summary(Caller caller, String directiveId);

    /** Recomputes the hash chain of a group's directives; gives the numbers of those that do not match. */
    List<String> verify(Caller caller, String groupId);
}
