package vn.quyche.core.compliance.internal.model;

import java.util.Optional;

/**
 * Which evidence files to list; empty fields do not restrict.
 *
 * @param state where they stand
 * @param regulation the id of a regulation, or the code of a pack
 */
public record EvidenceFileQuery(Optional<EvidenceFile.State> state, Optional<String> regulation) {

    /** All. */
    public static final EvidenceFileQuery ALL = new EvidenceFileQuery(Optional.empty(), Optional.empty());
}
