package vn.quyche.group.api;

import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Who was reminded of a directive, and when. Clause BC.6.3. */
@ProviderType
public interface Reminders {

    /** The reminders of a directive, the latest first; for whom may see its receipts. */
    Page<Reminder> list(Caller caller, String directiveId, PageRequest page);

    /**
     * Reminds everybody who has not done what a directive asks; who may see its receipts.
     *
     * @return how many were reminded
     * @throws vn.quyche.core.api.error.Conflict {@code group.reminded-lately} within {@code group.remind-again-after} of the
     *     last time, {@code group.nobody-open} when all have done it, {@code group.directive-closed}
     */
    int remind(Caller caller, String directiveId);
}
