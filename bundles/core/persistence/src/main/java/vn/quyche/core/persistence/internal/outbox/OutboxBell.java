package vn.quyche.core.persistence.internal.outbox;

import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;

/**
 * Rung when there is something to deliver.
 *
 * <p>Stands between the publisher and the dispatcher: the dispatcher needs listeners, listeners need acts, and acts need
 * the publisher, which therefore must not need the dispatcher.
 */
@Component(service = OutboxBell.class)
public final class OutboxBell {

    private static final Runnable NOBODY = () -> {};

    private final AtomicReference<Runnable> hearer = new AtomicReference<>(NOBODY);

    void ring() {
        hearer.get().run();
    }

    void answer(Runnable action) {
        hearer.set(action);
    }

    void leave() {
        hearer.set(NOBODY);
    }
}
