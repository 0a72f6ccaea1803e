package vn.quyche.group.internal.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.ReceiptSummary;

/** The bar that shows how many recipients have come how far, the furthest first. */
final class StageBar {

    private static final Map<ReceiptStage, String> KINDS = Map.of(
            ReceiptStage.PENDING, "off",
            ReceiptStage.DELIVERED, "draft",
            ReceiptStage.READ, "soon",
            ReceiptStage.ACKNOWLEDGED, "info",
            ReceiptStage.REPLIED, "info",
            ReceiptStage.COMPLETED, "ok");

    private StageBar() {}

    static List<Map<String, Object>> of(ReceiptSummary summary, Messages messages, Locale locale) {
        return Stream.of(ReceiptStage.values())
                .sorted(Comparator.reverseOrder())
                .filter(stage -> summary.byStage().getOrDefault(stage, 0) > 0)
                .map(stage -> Map.<String, Object>of(
                        "kind", KINDS.get(stage),
                        "label", messages.text(locale, "group.stage." + stage),
                        "count", summary.byStage().get(stage)))
                .toList();
    }
}
