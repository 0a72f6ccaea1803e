package vn.quyche.core.audit.internal.service;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditLine.Outcome;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.audit.internal.model.Line;
import vn.quyche.core.audit.internal.model.State;
import vn.quyche.core.audit.internal.store.AuditStore;

/** Appends lines in the running transaction. */
@Component
public final class DefaultAuditLog implements AuditLog {

    private final AuditStore store;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultAuditLog(@Reference AuditStore store, @Reference Ids ids, @Reference Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void done(Caller caller, Entry entry) {
        append(caller, entry, Outcome.DONE, "", "");
    }

    @Override
    public void refused(Caller caller, Entry entry, String code, String clause) {
        append(caller, entry, Outcome.REFUSED, code, clause);
    }

    private void append(Caller caller, Entry entry, Outcome outcome, String code, String clause) {
        store.append(new Line(
                ids.next(),
                clock.millis(),
                caller.accountId(),
                caller.personId().orElse(""),
                caller.name(),
                caller.door().name(),
                caller.address(),
                caller.correlationId(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                outcome.name(),
                code,
                clause,
                State.json(entry.before()),
                State.json(entry.after()),
                entry.note()));
    }
}
