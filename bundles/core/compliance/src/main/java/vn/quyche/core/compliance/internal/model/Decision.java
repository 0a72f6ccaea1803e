package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.print.SigningCapacity;

/**
 * The decision that makes an edition.
 *
 * @param code number and notation, for example {@code 24/QĐ-THTA}; begins with a slash while it has no number
 * @param decidedOn its day
 * @param place the place before its date
 * @param superior the authority above, may be empty
 * @param issuer the school
 * @param capacity in what capacity it is signed
 * @param signerPost the post of who signs for the principal
 * @param signer who signs
 * @param recipients the lines of Nơi nhận
 * @param ends the ids of other regulations of the school that it ends
 */
public record Decision(
        String code,
        Optional<LocalDate> decidedOn,
        String place,
        String superior,
        String issuer,
        SigningCapacity capacity,
        String signerPost,
        String signer,
        List<String> recipients,
        List<String> ends) {

    static final Decision EMPTY = new Decision("", null, "", "", "", null, "", "", null, null);

    public Decision {
        decidedOn = decidedOn == null ? Optional.empty() : decidedOn;
        capacity = capacity == null ? SigningCapacity.HEAD : capacity;
        recipients = Edition.present(recipients);
        ends = Edition.present(ends);
    }

    /** Number and day, as parameters and pages cite it. */
    public String cited() {
        return code
                + decidedOn
                        .map(day ->
                                " ngày %02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()))
                        .orElse("");
    }
}
