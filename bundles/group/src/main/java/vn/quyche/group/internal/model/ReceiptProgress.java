package vn.quyche.group.internal.model;

import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.Requirement;

/**
 * How far one recipient has come; a step back is never taken, and each first time stays as it was. Times are epoch
 * milliseconds, null while the step was not taken.
 */
@Regulated("BC.6.4")
public record ReceiptProgress(
        Requirement requirement,
        ReceiptStage stage,
        Long deliveredAt,
        Long readAt,
        Long acknowledgedAt,
        Long repliedAt,
        String reply,
        Long completedAt,
        Long fulfilledAt) {

    /** The directive reached the recipient in the app. */
    public ReceiptProgress delivered(long now) {
        return at(ReceiptStage.DELIVERED, now, readAt, acknowledgedAt, repliedAt, reply, completedAt);
    }

    /** The recipient opened it. */
    public ReceiptProgress read(long now) {
        return at(ReceiptStage.READ, now, first(readAt, now), acknowledgedAt, repliedAt, reply, completedAt);
    }

    /** The recipient confirmed that they received it, hence read it. */
    public ReceiptProgress acknowledged(long now) {
        return at(
                ReceiptStage.ACKNOWLEDGED,
                now,
                first(readAt, now),
                first(acknowledgedAt, now),
                repliedAt,
                reply,
                completedAt);
    }

    /** The recipient answered, hence confirmed; the latest answer counts. */
    public ReceiptProgress replied(String text, long now) {
        return at(ReceiptStage.REPLIED, now, first(readAt, now), first(acknowledgedAt, now), now, text, completedAt);
    }

    /** The recipient reported the work as done; a remark counts as the answer. */
    public ReceiptProgress completed(String remark, long now) {
        boolean answered = !remark.isEmpty();
        return at(
                ReceiptStage.COMPLETED,
                now,
                first(readAt, now),
                first(acknowledgedAt, now),
                answered ? Long.valueOf(now) : repliedAt,
                answered ? remark : reply,
                first(completedAt, now));
    }

    /** Whether what was asked has been done. */
    public boolean fulfilled() {
        return fulfilledAt != null;
    }

    private ReceiptProgress at(
            ReceiptStage reached, long now, Long read, Long acknowledged, Long replied, String answer, Long completed) {
        ReceiptStage furthest = reached.compareTo(stage) > 0 ? reached : stage;
        Long fulfilled = fulfilledAt == null && furthest.fulfils(requirement) ? Long.valueOf(now) : fulfilledAt;
        return new ReceiptProgress(
                requirement,
                furthest,
                first(deliveredAt, now),
                read,
                acknowledged,
                replied,
                answer,
                completed,
                fulfilled);
    }

    private static Long first(Long known, long now) {
        return known == null ? Long.valueOf(now) : known;
    }
}
