package vn.quyche.core.compliance.internal.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.quyche.core.api.error.Invalid;

/**
 * Which evidence files to list; empty fields do not restrict.
 *
 * @param state where they stand
 * @param regulation the id of a regulation, or the code of a pack
 * @param by what they are sorted by
 * @param descending whether downwards
 */
public record EvidenceFileQuery(
        Optional<EvidenceFile.State> state, Optional<String> regulation, Column by, boolean descending) {

    /** All, newest first. */
    public static final EvidenceFileQuery ALL =
            new EvidenceFileQuery(Optional.empty(), Optional.empty(), Column.ASKED, true);

    /** What may be sorted by: when it was asked for, or the last day of its period. */
    public enum Column {
        ASKED,
        PERIOD
    }

    /**
     * The same in another order: {@code asked} or {@code period}, with a minus downwards; blank leaves it.
     *
     * @throws Invalid {@code compliance.evidence-bad-order} at {@code sort}
     */
    public EvidenceFileQuery sorted(String word) {
        if (word.isBlank()) {
            return this;
        }
        boolean down = word.startsWith("-");
        String name = down ? word.substring(1) : word;
        return Arrays.stream(Column.values())
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(column -> new EvidenceFileQuery(state, regulation, column, down))
                .orElseThrow(() -> new Invalid("sort", "compliance.evidence-bad-order"));
    }
}
