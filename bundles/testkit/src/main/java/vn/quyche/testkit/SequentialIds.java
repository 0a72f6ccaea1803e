package vn.quyche.testkit;

import java.util.concurrent.atomic.AtomicLong;
import vn.quyche.core.api.persistence.Ids;

/** Ids that count from 1, as long as the real ones and in the same order. */
public final class SequentialIds implements Ids {

    private final AtomicLong last = new AtomicLong();

    @Override
    public String next() {
        return id(last.incrementAndGet());
    }

    /** The id with this number, for example {@code 00000000000000000000000007}. */
    public static String id(long number) {
        return String.format("%026d", number);
    }
}
