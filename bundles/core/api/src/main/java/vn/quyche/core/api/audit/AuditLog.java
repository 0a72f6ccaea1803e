package vn.quyche.core.api.audit;

import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** Where acts write their lines; in the running transaction. Services use {@code Acts} instead. */
@ProviderType
public interface AuditLog {

    /**
     * What to write.
     *
     * @param action what was done or attempted
     * @param subjectType the kind of thing
     * @param subjectId its id
     * @param before a record or map before, or null
     * @param after a record or map after, or null
     * @param note a remark, may be empty
     */
    record Entry(String action, String subjectType, String subjectId, Object before, Object after, String note) {}

    /** Writes a done act. */
    void done(Caller caller, Entry entry);

    /** Writes a refused attempt. */
    void refused(Caller caller, Entry entry, String code, String clause);
}
