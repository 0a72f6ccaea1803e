package vn.quyche.signing.internal.engine;

import java.time.Duration;

/**
 * What a file may cost.
 *
 * @param bytes of a file
 * @param pages of a PDF file
 * @param signatures in a file
 * @param time for a file
 * @param entries of a container
 * @param expandedBytes of a container or of the hidden structure of a PDF file, unpacked
 */
public record EngineLimits(long bytes, int pages, int signatures, Duration time, int entries, long expandedBytes) {

    /** Limits that a small machine bears. */
    public static EngineLimits standard() {
        return new EngineLimits(20L << 20, 2_000, 50, Duration.ofSeconds(20), 1_000, 100L << 20);
    }
}
