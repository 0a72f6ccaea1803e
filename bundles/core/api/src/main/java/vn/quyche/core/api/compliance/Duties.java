package vn.quyche.core.api.compliance;

import java.time.Instant;
import java.util.Collection;
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

    /** The caller's own duties, or everybody's with permission {@code duty:read}; by due time. */
    Page<Duty> list(Caller caller, Query query, PageRequest page);

    /** One duty. */
    Duty get(Caller caller, String dutyId);

    /** Excuses an open duty; takes permission {@code duty:excuse} and a reason. */
    Duty excuse(Caller caller, String dutyId, String reason);

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
