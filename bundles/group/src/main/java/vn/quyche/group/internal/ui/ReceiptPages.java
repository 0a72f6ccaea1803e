package vn.quyche.group.internal.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.AddressedUnit;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.ReceiptSummary;
import vn.quyche.group.internal.model.ReceiptSheet;
import vn.quyche.group.internal.service.ReceiptSheets;

/** Who has got, read and answered a directive: as a list, as CSV and on paper. */
final class ReceiptPages {

    /** The chip of those who are late, beside the stages. */
    private static final String LATE = "LATE";

    private final Directives directives;
    private final ReceiptSheets sheets;
    private final Printer printer;
    private final Messages messages;

    ReceiptPages(Directives directives, ReceiptSheets sheets, Printer printer, Messages messages) {
        this.directives = directives;
        this.sheets = sheets;
        this.printer = printer;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("directive", directive);
        ReceiptSummary summary = directives.summary(caller, directive.id());
        model.put("summary", summary);
        model.put("counts", StageBar.of(summary, messages, caller.locale()));
        model.put("stages", stageChips(summary, caller.locale()));
        model.put("units", unitChips(directives.units(caller, directive.id()), summary.recipients(), caller.locale()));
        model.put("page", directives.receipts(caller, directive.id(), filter(request), request.pageRequest()));
        return View.page("receipts", model);
    }

    View paper(UiRequest request) {
        Directive directive = directives.get(request.caller(), request.path("id"));
        PrintedDocument sheet = sheets.paper(request.caller(), directive.id());
        return new View.Download(
                fileName(directive) + ".pdf",
                Printer.Format.PDF.contentType(),
                true,
                out -> printer.print(sheet, Printer.Format.PDF, out));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        return new View.Table(
                fileName(directive),
                Stream.of(
                                "person",
                                "stage",
                                "delivered",
                                "read",
                                "acknowledged",
                                "replied",
                                "reply",
                                "completed",
                                "late",
                                "seal")
                        .map(column -> messages.text(caller.locale(), "group.column." + column))
                        .toList(),
                sheets.rows(caller, directive.id(), filter(request), request.pageRequest()).stream()
                        .map(row -> cells(row, caller.locale())));
    }

    private List<String> cells(ReceiptSheet.Row row, Locale locale) {
        Receipt receipt = row.receipt();
        return List.of(
                receipt.name(),
                messages.text(locale, "group.stage." + receipt.stage()),
                time(receipt.deliveredAt()),
                time(receipt.readAt()),
                time(receipt.acknowledgedAt()),
                time(receipt.repliedAt()),
                receipt.reply(),
                time(receipt.completedAt()),
                receipt.late() ? messages.text(locale, "group.late") : "",
                row.hash());
    }

    /** A stage, {@code LATE}, or all; of a unit or of everybody. */
    private static ReceiptFilter filter(UiRequest request) {
        Optional<String> stage = request.query("stage");
        return new ReceiptFilter(
                stage.flatMap(name -> Form.constant(ReceiptStage.class, name)),
                stage.filter(LATE::equals).isPresent(),
                request.query("unit").filter(unit -> !unit.isBlank()));
    }

    private List<Map<String, Object>> unitChips(List<AddressedUnit> units, int recipients, Locale locale) {
        List<Map<String, Object>> chips = new ArrayList<>();
        if (!units.isEmpty()) {
            chips.add(Map.of("value", "", "label", messages.text(locale, "group.units.all"), "count", recipients));
        }
        units.forEach(unit -> chips.add(Map.of("value", unit.id(), "label", unit.name(), "count", unit.recipients())));
        return chips;
    }

    private List<Map<String, Object>> stageChips(ReceiptSummary summary, Locale locale) {
        List<Map<String, Object>> chips = new ArrayList<>();
        chips.add(Map.of("value", "", "label", messages.text(locale, "core.all"), "count", summary.recipients()));
        chips.add(Map.of("value", LATE, "label", messages.text(locale, "group.late"), "count", summary.late()));
        for (ReceiptStage stage : ReceiptStage.values()) {
            int count = summary.byStage().getOrDefault(stage, 0);
            if (count > 0) {
                chips.add(Map.of(
                        "value", stage.name(), "label", messages.text(locale, "group.stage." + stage), "count", count));
            }
        }
        return chips;
    }

    private static String fileName(Directive directive) {
        return "xac-nhan-" + directive.number().replace('/', '-');
    }

    private static String time(Optional<Instant> at) {
        return at.map(VietnamTime::moment).orElse("");
    }
}
