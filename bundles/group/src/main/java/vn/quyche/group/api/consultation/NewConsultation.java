package vn.quyche.group.api.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a leader asks. Clause MT.12.2.
 *
 * @param groupId the group whose members are asked
 * @param question the question, one line, 1 to 300 characters
 * @param text what belongs to it, at most 4000 characters, may be empty
 * @param kind how it is answered
 * @param choices 2 to 10 different ones for a choice, none for a text
 * @param beginsAt from when it is answered; empty for at once
 * @param endsAt until when
 */
public record NewConsultation(
        String groupId,
        String question,
        String text,
        AnswerKind kind,
        List<String> choices,
        Optional<Instant> beginsAt,
        Optional<Instant> endsAt) {

    public NewConsultation {
        text = text == null ? "" : text;
        choices = choices == null ? List.of() : List.copyOf(choices);
        beginsAt = beginsAt == null ? Optional.empty() : beginsAt;
        endsAt = endsAt == null ? Optional.empty() : endsAt;
    }
}
