package vn.quyche.group.api.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a member enters.
 *
 * @param kind what it is
 * @param groupId in which group
 * @param topic the clause of a violation, else the name of an {@link IncidentTopic} or {@link ChangeTopic}; empty for a
 *     suggestion
 * @param personId who is said to have broken the clause; empty when unknown
 * @param happenedAt when it happened; empty for now
 * @param text what happened, what is asked for, what is suggested
 * @param attachmentIds received files
 */
public record NewCase(
        CaseKind kind,
        String groupId,
        String topic,
        Optional<String> personId,
        Optional<Instant> happenedAt,
        String text,
        List<String> attachmentIds) {

    public NewCase {
        topic = topic == null ? "" : topic;
        personId = personId == null ? Optional.empty() : personId;
        happenedAt = happenedAt == null ? Optional.empty() : happenedAt;
        attachmentIds = attachmentIds == null ? List.of() : List.copyOf(attachmentIds);
    }
}
