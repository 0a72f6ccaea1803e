package vn.quyche.group.api.custody;

import java.time.Instant;
import java.util.Optional;

/**
 * That a directive with its files and receipts has to be kept as it is, for example for an inspection.
 *
 * @param id its id
 * @param directiveId the directive
 * @param number the number of the directive
 * @param title what the directive is about
 * @param reason why
 * @param laidById who laid it
 * @param laidByName the name of who laid it
 * @param laidAt from when
 * @param liftedById who lifted it
 * @param liftedByName the name of who lifted it, empty while it stands
 * @param liftedAt when it was lifted
 * @param liftReason why it was lifted, empty while it stands
 */
public record LegalHold(
        String id,
        String directiveId,
        String number,
        String title,
        String reason,
        String laidById,
        String laidByName,
        Instant laidAt,
        Optional<String> liftedById,
        String liftedByName,
        Optional<Instant> liftedAt,
        String liftReason) {

    /** Whether it holds. */
    public boolean standing() {
        return liftedAt.isEmpty();
    }
}
