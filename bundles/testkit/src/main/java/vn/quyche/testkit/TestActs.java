package vn.quyche.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;

/**
 * Acts as the real ones run them (permission, transaction, work), which remember instead of auditing.
 *
 * <pre>{@code
 * TestActs acts = new TestActs(access, unit.tx());
 * service.issue(clerk, …);
 * assertThat(acts.done()).extracting(TestActs.Done::action).containsExactly("group.issue-directive");
 * }</pre>
 */
public final class TestActs implements Acts {

    /**
     * An act that was done.
     *
     * @param caller who did it
     * @param action the action
     * @param subjectId what it touched or created
     * @param before the last {@code before} that the work told, or null
     * @param after the last {@code after}, or null
     * @param note the last note, or empty
     * @param events what it emitted
     */
    public record Done(
            Caller caller,
            String action,
            String subjectId,
            Object before,
            Object after,
            String note,
            List<Event> events) {

        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * An act that was refused.
     *
     * @param caller who tried
     * @param action the action
     * @param error why not
     */
    public record RefusedAct(Caller caller, String action, QuycheException error) {}

    private final Access access;
    private final Tx tx;
    private final List<Done> done = new CopyOnWriteArrayList<>();
    private final List<RefusedAct> refused = new CopyOnWriteArrayList<>();
    private final Map<String, String> once = new ConcurrentHashMap<>();

    /** Acts without a database that everybody may do. */
    public TestActs() {
        this(TestAccess.everything(), new DirectTx());
    }

    /** Acts without a database. */
    public TestActs(Access access) {
        this(access, new DirectTx());
    }

    /** Acts in transactions. */
    public TestActs(Access access, Tx tx) {
        this.access = access;
        this.tx = tx;
    }

    @Override
    public <T> T perform(Caller caller, Act act, Work<T> work) {
        try {
            if (!act.permission().isEmpty()) {
                access.require(caller, act.permission(), act.scope());
            }
            Recorder recorder = new Recorder(act.subjectId());
            return tx.call(() -> {
                T result = work.run(recorder);
                tx.afterCommit(() -> done.add(recorder.done(caller, act)));
                return result;
            });
        } catch (NotFound e) {
            throw e;
        } catch (QuycheException e) {
            if (!e.recorded()) {
                e.markRecorded();
                refused.add(new RefusedAct(caller, act.action(), e));
            }
            throw e;
        }
    }

    @Override
    public String performOnce(Caller caller, String key, Act act, Work<String> work) {
        if (key == null || key.isBlank()) {
            return perform(caller, act, work);
        }
        String owned = String.join("\n", caller.accountId(), act.action(), key);
        String known = once.get(owned);
        if (known != null) {
            return known;
        }
        String id = perform(caller, act, work);
        once.put(owned, id);
        return id;
    }

    /** What was done and committed, in order. */
    public List<Done> done() {
        return List.copyOf(done);
    }

    /** The last act that was done. */
    public Done lastDone() {
        return done.get(done.size() - 1);
    }

    /** What was refused, in order. */
    public List<RefusedAct> refused() {
        return List.copyOf(refused);
    }

    /** The events of what was done, in order. */
    public List<Event> events() {
        return done.stream().flatMap(act -> act.events().stream()).toList();
    }

    /** Forgets what was done and refused, so that the next assertion starts anew. */
    public void clear() {
        done.clear();
        refused.clear();
    }

    private static final class Recorder implements ActLog {

        private final List<Event> events = new ArrayList<>();
        private String subjectId;
        private Object before;
        private Object after;
        private String note = "";

        private Recorder(String subjectId) {
            this.subjectId = subjectId;
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
            events.add(event);
        }

        private Done done(Caller caller, Act act) {
            return new Done(caller, act.action(), subjectId, before, after, note, events);
        }
    }
}
