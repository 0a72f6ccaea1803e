package vn.quyche.core.api.compliance.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which lines of evidence are wanted.
 *
 * @param clause the clause
 * @param from the first instant
 * @param to the first instant that no longer counts; never after now
 * @param kind the only kind; empty for all
 * @param before the line behind which to go on; empty for the newest
 * @param limit lines at most
 */
public record EvidenceQuery(
        String clause, Instant from, Instant to, Optional<Evidence.Kind> kind, Optional<Place> before, int limit) {

    /**
     * The place of a line in the order of lists.
     *
     * @param at its time
     * @param id its id
     */
    public record Place(Instant at, String id) {}

    /** Whether lines of a kind are wanted. */
    public boolean wants(Evidence.Kind one) {
        return kind.isEmpty() || kind.get() == one;
    }

    /** Of lines in any order those that are wanted, as {@link EvidenceSource#lines} gives them. */
    public List<Evidence> select(Stream<Evidence> lines) {
        return lines.filter(line -> line.clause().equals(clause) && wants(line.kind()))
                .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
                .filter(line -> before.map(place -> behind(line, place)).orElse(true))
                .sorted(Evidence.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static boolean behind(Evidence line, Place place) {
        int order = line.at().compareTo(place.at());
        return order < 0 || order == 0 && line.id().compareTo(place.id()) < 0;
    }
}
