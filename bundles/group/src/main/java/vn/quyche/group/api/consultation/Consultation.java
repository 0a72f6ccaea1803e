package vn.quyche.group.api.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question to the members of a group.
 *
 * @param id its id
 * @param groupId the group
 * @param question the question, one line
 * @param text what belongs to it, may be empty
 * @param kind how it is answered
 * @param choices what there is to choose from; empty for a text
 * @param beginsAt from when it is answered
 * @param endsAt until when
 * @param openedById the leader who asks
 * @param openedByName the name of the leader at that time
 * @param openedAt when the leader wrote it
 * @param state where it stands
 * @param closedAt when it ended
 * @param closingReason why a leader ended it before its time, empty otherwise
 * @param version grows with each step
 */
public record Consultation(
        String id,
        String groupId,
        String question,
        String text,
        AnswerKind kind,
        List<String> choices,
        Instant beginsAt,
        Instant endsAt,
        String openedById,
        String openedByName,
        Instant openedAt,
        ConsultationState state,
        Optional<Instant> closedAt,
        String closingReason,
        long version) {

    public Consultation {
        choices = List.copyOf(choices);
    }
}
