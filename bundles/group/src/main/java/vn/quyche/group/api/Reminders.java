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
}
