package vn.quyche.core.screening.internal.model;

import java.time.Duration;

/**
 * How far screening goes.
 *
 * @param fileBytes the largest file
 * @param textChars the most text of one file
 * @param entries the most entries of archives, taken together
 * @param unpackedBytes the most bytes that archives unpack to, taken together
 * @param ratio how many times its size an archive may unpack to, once that is more than {@link #FREE_BYTES}
 * @param depth how deep archives may stand in archives
 * @param time how long one file may take
 */
public record Limits(
        long fileBytes, long textChars, int entries, long unpackedBytes, int ratio, int depth, Duration time) {

    /** So much may be unpacked whatever the ratio: a short text packs well. */
    public static final long FREE_BYTES = 10L << 20;

    /** The limits that hold when nothing is configured. */
    public static Limits standard() {
        return new Limits(500L << 20, 20_000_000, 2000, 1L << 30, 200, 4, Duration.ofSeconds(30));
    }
}
