package vn.quyche.core.api.compliance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The duty engine: lays duties on people, reminds, escalates, and keeps what became of them. */
@ProviderType
public interface Duties {

    /** Lays duties, in the running transaction; thousands at once. A key that stands already is left as it is. */
    void assign(Collection<NewDuty> duties);

    /** Marks the duty with the key as done, in the running transaction; nothing happens when it is not open. */
    void done(String key, String evidence);

    /** Withdraws open duties about a subject, for example of a directive that was replaced; in the running transaction. */
    void withdraw(String subjectType, String subjectId, String reason);

    /**
     * Withdraws the open duty with the key, for example when it passes to another person; in the running transaction. The
     * key is free from then on: the duty may be laid again when it comes back.
     */
    void withdraw(String key, String reason);

    /**
     * Hands the open duty with a key on to another person, in the running transaction: due when it was, its reminders begin
     * again. Where a duty with the new key stands already, the old one is withdrawn. Nothing happens when it is not open.
     *
     * @param newKey its key from then on; may be the same where the key names nobody
     * @param reason why, kept when it is withdrawn
     */
    void passOn(String key, String newKey, String personId, String reason);

    /**
     * Has another person told when open duties about a subject are late, wherever a person by name would be; in the running
     * transaction. Steps that were taken are not taken again.
     */
    void tellInstead(String subjectType, String subjectId, String personId, String insteadId);

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param personId whose
     * @param domain the start of the kind, for example {@code group.}
     * @param state where it stands
     * @param lateOnly only open ones after their due time
     * @param dueFrom the first due instant
     * @param dueTo the first due instant that no longer counts
     */
    record Query(
            Optional<String> personId,
            Optional<String> domain,
            Optional<Duty.State> state,
            boolean lateOnly,
            Optional<Instant> dueFrom,
            Optional<Instant> dueTo) {}

    /** The caller's own duties, or everybody's with permission {@code duty:read}; by due time ({@code due}). */
    Page<Duty> list(Caller caller, Query query, PageRequest page);

    /** One duty. */
    Duty get(Caller caller, String dutyId);

    /** Excuses an open duty; takes permission {@code duty:excuse} and a reason. */
    Duty excuse(Caller caller, String dutyId, String reason);

    /** The most duties that are excused at once. */
    int MAX_AT_ONCE = 500;

    /**
     * Excuses many open duties for one reason; takes {@code duty:excuse}. Each is an act of its own: those that cannot be
     * excused are named, and hold up no other.
     *
     * @param dutyIds 1 to {@link #MAX_AT_ONCE} ids
     */
    Excused excuseAll(Caller caller, Collection<String> dutyIds, String reason);

    /**
     * Excuses the open duties that a query finds, at most {@link #MAX_AT_ONCE} of them, those due first before others.
     *
     * @param query with a person, a domain, a due time, or late ones only: nobody excuses simply everything
     */
    Excused excuseAll(Caller caller, Query query, String reason);

    /**
     * What became of many duties.
     *
     * @param excused those that are excused now
     * @param refused those that could not be
     * @param more whether the query finds more of them
     */
    record Excused(List<Duty> excused, List<NotExcused> refused, boolean more) {

        public Excused {
            excused = List.copyOf(excused);
            refused = List.copyOf(refused);
        }
    }

    /**
     * A duty that could not be excused.
     *
     * @param dutyId its id
     * @param title what it asks for; empty when the caller may not know it
     * @param code why, the key of a message
     */
    record NotExcused(String dutyId, String title, String code) {}

    /** How many of a person's duties are open and how many of them late. */
    Count count(String personId);

    /**
     * Numbers of a person's duties.
     *
     * @param open open ones, late ones among them
     * @param late open ones after their due time
     */
    record Count(int open, int late) {}
}
