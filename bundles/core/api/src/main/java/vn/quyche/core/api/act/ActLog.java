package vn.quyche.core.api.act;

import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.event.Event;

/** What a running act tells about itself. */
@ProviderType
public interface ActLog {

    /** The id of the thing that the act created. */
    void subject(String subjectId);

    /**
     * What changed: records or maps, written as JSON into the audit line. Secrets and refused content must not be in
     * them.
     *
     * @param before the thing before, or null when it is new
     * @param after the thing after, or null when it is gone
     */
    void changed(Object before, Object after);

    /** A short remark for the audit line, for example the reason that a person gave. */
    void note(String text);

    /** Publishes an event: it is stored in this transaction and delivered after it, at least once. */
    void emit(Event event);
}
