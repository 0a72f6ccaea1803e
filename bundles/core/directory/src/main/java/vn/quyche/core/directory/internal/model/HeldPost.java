package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.directory.Post;

/** A post held for a time; the fields are those of {@code People.Assignment}. */
public record HeldPost(
        String id,
        String personId,
        Post post,
        Optional<String> unitId,
        Optional<String> campusId,
        boolean concurrent,
        String decisionNumber,
        Span span) {

    /** The same post with a last day. */
    public HeldPost endingOn(LocalDate lastDay) {
        return new HeldPost(id, personId, post, unitId, campusId, concurrent, decisionNumber, span.endingOn(lastDay));
    }
}
