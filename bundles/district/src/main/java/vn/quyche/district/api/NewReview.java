package vn.quyche.district.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision to enter.
 *
 * @param outcome what is decided
 * @param number number and symbol of the document; may be empty when a change is asked for
 * @param date its date; may be empty when a change is asked for
 * @param signer who signed it; may be empty when a change is asked for
 * @param reason why; needed unless the group is recognised
 * @param lookAlikeReason why the name is recognised although another school's group has one like it
 */
public record NewReview(
        ReviewOutcome outcome,
        String number,
        Optional<LocalDate> date,
        String signer,
        String reason,
        String lookAlikeReason) {

    public NewReview {
        date = date == null ? Optional.empty() : date;
    }
}
