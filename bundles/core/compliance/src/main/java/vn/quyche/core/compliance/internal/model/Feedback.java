package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An opinion of a member of staff on a regulation that is in force (BC.6.10).
 *
 * @param id its id
 * @param regulationId the regulation
 * @param regulation the title of the regulation when it was given
 * @param origin the code of the pack from which the regulation came; its own id when it came from none
 * @param editionId the edition that was in force
 * @param articleKey the article; empty for the regulation as a whole
 * @param place how the article is cited, with its title; empty for the regulation as a whole
 * @param position which article of the edition it is, from 1; 0 for the regulation as a whole
 * @param authorId who gave it
 * @param text what the author thinks
 * @param proposal what the author would have instead; may be empty
 * @param state whether and how it was answered
 * @param givenAt when it was given
 * @param dueAt when the answer is late
 * @param answerId the answer
 */
public record Feedback(
        String id,
        String regulationId,
        String regulation,
        String origin,
        String editionId,
        String articleKey,
        String place,
        int position,
        String authorId,
        String text,
        String proposal,
        State state,
        Instant givenAt,
        Instant dueAt,
        Optional<String> answerId) {

    /** Where an opinion stands. */
    public enum State {
        OPEN,
        ACCEPTED,
        PARTLY,
        REFUSED
    }

    /** The place in a sentence. */
    public String about() {
        return (place.isEmpty() ? "toàn văn" : place) + " (" + regulation + ")";
    }
}
