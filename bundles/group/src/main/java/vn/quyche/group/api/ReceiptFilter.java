package vn.quyche.group.api;

import java.util.Optional;

/**
 * Which receipts of a directive are wanted.
 *
 * @param stage only those who have come as far and no further
 * @param lateOnly only those of people who are, or were, late
 * @param unitId only those who received it for this unit or campus, to which it is addressed
 */
public record ReceiptFilter(Optional<ReceiptStage> stage, boolean lateOnly, Optional<String> unitId) {

    /** All of them. */
    public static ReceiptFilter all() {
        return new ReceiptFilter(Optional.empty(), false, Optional.empty());
    }

    /** Those of people who are, or were, late. */
    public static ReceiptFilter late() {
        return new ReceiptFilter(Optional.empty(), true, Optional.empty());
    }

    /** Those of a unit or campus. */
    public static ReceiptFilter of(String unitId) {
        return new ReceiptFilter(Optional.empty(), false, Optional.of(unitId));
    }
}
