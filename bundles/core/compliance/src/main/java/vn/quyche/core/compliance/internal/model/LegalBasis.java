package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An act on which regulations rest, with the time in which it holds.
 *
 * @param code how it is cited in short, for example {@code Luật 20/2023/QH15}
 * @param title its name
 * @param validFrom its first day; empty when nobody has checked it
 * @param validTo its last day; empty while it lasts
 * @param replacedBy the code of what came in its place, empty for nothing
 * @param remark what to mind, empty for nothing
 */
public record LegalBasis(
        String code,
        String title,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        String replacedBy,
        String remark) {

    /** Whether it holds. */
    public enum State {
        IN_FORCE,
        NOT_YET,
        EXPIRED,
        /** Its dates are not known: to be checked before it is cited. */
        UNCHECKED
    }

    /** Whether it holds on a day. */
    public State on(LocalDate day) {
        if (validTo.isPresent() && day.isAfter(validTo.get())) {
            return State.EXPIRED;
        }
        if (validFrom.isEmpty()) {
            return replacedBy.isEmpty() ? State.UNCHECKED : State.EXPIRED;
        }
        return day.isBefore(validFrom.get()) ? State.NOT_YET : State.IN_FORCE;
    }

    /** Its number, for example {@code 20/2023/QH15}. */
    public String number() {
        return code.substring(code.indexOf(' ') + 1);
    }

    /** The line of a decision, for example {@code Căn cứ Luật Giao dịch điện tử số 20/2023/QH15}. */
    public String line() {
        for (String kind : new String[] {"Nghị định", "Thông tư", "Quyết định"}) {
            if (title.startsWith(kind)) {
                return "Căn cứ " + kind + " số " + number() + title.substring(kind.length());
            }
        }
        return "Căn cứ " + title + " số " + number();
    }
}
