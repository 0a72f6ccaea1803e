package vn.quyche.group.api;

import java.time.Instant;
import java.util.Optional;

/**
 * What one recipient did with a directive, with times. Clause BC.6.4.
 *
 * @param directiveId the directive
 * @param personId the recipient
 * @param name the name of the recipient when it was issued
 * @param stage how far they have come
 * @param deliveredAt when it reached them in the app
 * @param readAt when they opened it
 * @param acknowledgedAt when they confirmed that they received it
 * @param repliedAt when they last answered
 * @param reply their last answer, may be empty
 * @param completedAt when they reported it done
 * @param late fulfilled after the deadline, or not fulfilled and the deadline is over
 */
public record Receipt(
        String directiveId,
        String personId,
        String name,
        ReceiptStage stage,
        Optional<Instant> deliveredAt,
        Optional<Instant> readAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> repliedAt,
        String reply,
        Optional<Instant> completedAt,
        boolean late) {}
