package vn.quyche.core.api.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who handles documents, and until when.
 *
 * @param opinion bút phê; empty when the clerk routes
 * @param lead who handles them; empty leaves it to the clerk
 * @param collaborators who helps
 * @param dueOn until when; empty for no time
 */
public record Routing(
        String opinion, Optional<Assignee> lead, List<Assignee> collaborators, Optional<LocalDate> dueOn) {

    public Routing {
        collaborators = collaborators == null ? List.of() : List.copyOf(collaborators);
    }
}
