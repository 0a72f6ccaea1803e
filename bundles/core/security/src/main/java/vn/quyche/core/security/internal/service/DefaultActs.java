package vn.quyche.core.security.internal.service;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.audit.AuditLog.Entry;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.Events;
import vn.quyche.core.api.persistence.Once;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;

/**
 * Permission, transaction, work, audit line, events, commit.
 *
 * <p>An act may run within another one. When it is refused, the line of the innermost act is written once, after the
 * outermost one was rolled back.
 */
@Component
public final class DefaultActs implements Acts {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultActs.class);
    private static final String UNEXPECTED = "core.unexpected";
    private static final int LONGEST_OWNER = 100;

    /** The acts that run on a thread, one within the other. */
    private static final class Nesting {
        int depth;
        Throwable error;
        Entry refused;
    }

    private final Access access;
    private final Standings standings;
    private final Tx tx;
    private final Once once;
    private final AuditLog audit;
    private final Events events;
    private final ThreadLocal<Nesting> nesting = new ThreadLocal<>();

    @Activate
    public DefaultActs(
            @Reference Access access,
            @Reference Standings standings,
            @Reference Tx tx,
            @Reference Once once,
            @Reference AuditLog audit,
            @Reference Events events) {
        this.access = access;
        this.standings = standings;
        this.tx = tx;
        this.once = once;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public <T> T perform(Caller caller, Act act, Work<T> work) {
        return guarded(caller, act, () -> tx.call(() -> run(caller, act, work)));
    }

    @Override
    public String performOnce(Caller caller, String key, Act act, Work<String> work) {
        if (key == null || key.isBlank()) {
            return perform(caller, act, work);
        }
        String owner = caller.accountId() + "/" + act.action();
        String bounded = owner.substring(0, Math.min(LONGEST_OWNER, owner.length()));
        return guarded(caller, act, () -> once.once(bounded, key, () -> run(caller, act, work)));
    }

    private <T> T run(Caller caller, Act act, Work<T> work) {
        RunningAct log = new RunningAct(act, events);
        T result = work.run(log);
        audit.done(caller, log.entry());
        return result;
    }

    private <T> T guarded(Caller caller, Act act, Supplier<T> work) {
        Nesting acts = nesting.get() == null ? new Nesting() : nesting.get();
        nesting.set(acts);
        acts.depth++;
        try {
            check(caller, act);
            return work.get();
        } catch (RuntimeException | Error e) {
            if (acts.error != e) {
                acts.error = e;
                acts.refused = new Entry(act.action(), act.subjectType(), act.subjectId(), null, null, "");
            }
            if (acts.depth == 1) {
                record(caller, acts.refused, e);
            }
            throw e;
        } finally {
            acts.depth--;
            if (acts.depth == 0) {
                nesting.remove();
            }
        }
    }

    private void check(Caller caller, Act act) {
        if (!act.permission().isEmpty()) {
            access.require(caller, act.permission(), act.scope());
        } else if (!standings.active(caller) || caller.credential().isPresent()) {
            throw new Forbidden("core.forbidden", act.action());
        }
    }

    private void record(Caller caller, Entry entry, Throwable error) {
        if (error instanceof NotFound || error instanceof QuycheException known && known.recorded()) {
            return;
        }
        Optional<QuycheException> known =
                error instanceof QuycheException refusal ? Optional.of(refusal) : Optional.empty();
        try {
            // Of what was not expected only the code is written: its message may hold anything.
            String code = known.map(QuycheException::code).orElse(UNEXPECTED);
            String clause = known.flatMap(QuycheException::clause).orElse("");
            tx.separate(() -> {
                audit.refused(caller, entry, code, clause);
                return null;
            });
            known.ifPresent(QuycheException::markRecorded);
        } catch (RuntimeException e) {
            LOG.error("A refused {} could not be recorded ({})", entry.action(), caller.correlationId(), e);
        }
    }

    /** What an act told about itself. */
    private static final class RunningAct implements ActLog {

        private final Act act;
        private final Events events;
        private String subjectId;
        private Object before;
        private Object after;
        private String note = "";

        RunningAct(Act act, Events events) {
            this.act = act;
            this.events = events;
            this.subjectId = act.subjectId();
        }

        @Override
        public void subject(String createdId) {
            this.subjectId = createdId;
        }

        @Override
        public void changed(Object oldState, Object newState) {
            this.before = oldState;
            this.after = newState;
        }

        @Override
        public void note(String text) {
            this.note = text;
        }

        @Override
        public void emit(Event event) {
            events.publish(event);
        }

        Entry entry() {
            return new Entry(act.action(), act.subjectType(), subjectId, before, after, note);
        }
    }
}
