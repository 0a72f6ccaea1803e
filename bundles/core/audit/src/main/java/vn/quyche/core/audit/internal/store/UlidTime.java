package vn.quyche.core.audit.internal.store;

import java.time.Instant;

/** Ids are sortable by time: a time is a place among them. */
final class UlidTime {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_LENGTH = 10;
    private static final long LATEST = (1L << 48) - 1;

    private UlidTime() {}

    /** The lowest id that could be made at the instant. */
    static String lowest(Instant instant) {
        long ms = instant.isBefore(Instant.EPOCH)
                ? 0
                : instant.getEpochSecond() > LATEST / 1000 ? LATEST : instant.toEpochMilli();
        char[] id = "0".repeat(26).toCharArray();
        for (int i = TIME_LENGTH - 1; i >= 0; i--) {
            id[i] = CROCKFORD.charAt((int) (ms & 31));
            ms >>>= 5;
        }
        return new String(id);
    }
}
