package vn.quyche.group.api.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case as the caller may see it.
 *
 * @param id its id
 * @param kind what it is
 * @param groupId in which group
 * @param topic the clause, incident or change
 * @param reporterId who brought it; empty for those who do not handle it
 * @param reporterName their name; empty for those who do not handle it
 * @param personId who is said to have broken the clause; empty when unknown
 * @param personName their name
 * @param happenedAt when it happened
 * @param text what was written
 * @param state where it stands
 * @param openedAt when it was brought
 * @param dueAt when the next step is late
 * @param outcome what followed from a violation
 * @param postingUntil the last day on which the person may not post
 * @param steps what was done, in order; answers and findings only for those who handle it and whom it is about
 * @param version grows with each step
 */
public record ConductCase(
        String id,
        CaseKind kind,
        String groupId,
        String topic,
        String reporterId,
        String reporterName,
        Optional<String> personId,
        String personName,
        Instant happenedAt,
        String text,
        CaseState state,
        Instant openedAt,
        Instant dueAt,
        Optional<Outcome> outcome,
        Optional<LocalDate> postingUntil,
        List<CaseStep> steps,
        long version) {

    public ConductCase {
        steps = List.copyOf(steps);
    }
}
