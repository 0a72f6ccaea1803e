package vn.quyche.group.api;

import java.util.Map;

/**
 * Figures of a directive's receipts.
 *
 * @param recipients how many people it went to
 * @param byStage how many stand at each stage (each person once)
 * @param fulfilled how many did what was asked
 * @param late how many were, or are, late
 */
public record ReceiptSummary(int recipients, Map<ReceiptStage, Integer> byStage, int fulfilled, int late) {

    public ReceiptSummary {
        byStage = Map.copyOf(byStage);
    }
}
