package vn.quyche.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.quyche.core.api.persistence.Tx;

/** Transactions without a database, for one thread: nothing is undone, but actions after the commit run only after it. */
public final class DirectTx implements Tx {

    private final List<Runnable> afterCommit = new ArrayList<>();
    private int depth;

    @Override
    public <T> T call(Supplier<T> work) {
        depth++;
        try {
            T result = work.get();
            if (depth == 1) {
                List<Runnable> actions = List.copyOf(afterCommit);
                afterCommit.clear();
                depth = 0;
                actions.forEach(Runnable::run);
                depth = 1;
            }
            return result;
        } catch (RuntimeException | Error e) {
            if (depth == 1) {
                afterCommit.clear();
            }
            throw e;
        } finally {
            depth = Math.max(0, depth - 1);
        }
    }

    @Override
    public <T> T separate(Supplier<T> work) {
        return new DirectTx().call(work);
    }

    @Override
    public boolean active() {
        return depth > 0;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (active()) {
            afterCommit.add(action);
        } else {
            action.run();
        }
    }
}
