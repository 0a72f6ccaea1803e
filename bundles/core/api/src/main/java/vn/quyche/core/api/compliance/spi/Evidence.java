package vn.quyche.core.api.compliance.spi;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A line of evidence.
 *
 * @param id its id, unique among the lines of its clause, whatever source they come from
 * @param clause the clause
 * @param at when it happened; for duties, when they were due
 * @param kind what it shows
 * @param text what happened, in Vietnamese, one line
 * @param link the page on which it is proved; empty for none
 * @param personId whom it is about
 */
public record Evidence(
        String id, String clause, Instant at, Kind kind, String text, String link, Optional<String> personId) {

    /** The order of lists: by time, newest first, then by id downwards. */
    public static final Comparator<Evidence> NEWEST_FIRST =
            Comparator.comparing(Evidence::at).thenComparing(Evidence::id).reversed();

    /** What a line shows. */
    public enum Kind {
        /** A duty that was done in time. */
        DONE,
        /** A duty that was done after it was due. */
        LATE,
        /** A duty that was due and is still open. */
        MISSED,
        /** Anything else that proves that the clause is kept. */
        KEPT,
        /** An attempt that a guard refused: the guard works. */
        REFUSED,
        /** What broke the clause. */
        VIOLATION
    }
}
