package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What was decided about one or several opinions on a regulation (BC.7.4).
 *
 * @param id its id
 * @param regulationId the regulation of all of them
 * @param regulation its title then
 * @param origin the code of its pack; its own id when it came from none
 * @param outcome the decision; never {@code OPEN}
 * @param summary what the opinions say, in the words of the office; may be empty for a single one
 * @param reason why it was decided so
 * @param editionId the later edition that takes them up
 * @param answeredBy the name of who decided
 * @param answeredAt when
 */
public record FeedbackAnswer(
        String id,
        String regulationId,
        String regulation,
        String origin,
        Feedback.State outcome,
        String summary,
        String reason,
        Optional<String> editionId,
        String answeredBy,
        Instant answeredAt) {}
