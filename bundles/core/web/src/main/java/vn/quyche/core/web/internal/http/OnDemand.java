package vn.quyche.core.web.internal.http;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is made when it is first asked for, and once. When making it fails, who asks next tries again.
 *
 * @param <T> what it is
 */
public final class OnDemand<T> {

    private final Supplier<T> maker;
    private T made;

    public OnDemand(Supplier<T> maker) {
        this.maker = maker;
    }

    /** What it is; whoever asks while it is being made waits. */
    public synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /** What it is when somebody has asked for it. */
    public synchronized Optional<T> made() {
        return Optional.ofNullable(made);
    }
}
