package vn.quyche.core.directory.internal.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.quyche.core.api.directory.StaffImports;
import vn.quyche.core.api.directory.StaffImports.Change;
import vn.quyche.core.api.directory.StaffImports.Counts;
import vn.quyche.core.api.directory.StaffImports.Row;
import vn.quyche.core.api.directory.StaffImports.RowKind;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** Staff lists: the upload, the plan with its rows, and what becomes of it. */
final class ImportPages {

    private static final String IMPORTS = "/directory/imports";
    /** Short lists are ready when the page opens. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final StaffImports imports;
    private final Messages messages;

    ImportPages(StaffImports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** A row of the plan in words. */
    record ShownRow(
            int number,
            RowKind kind,
            Optional<String> personId,
            String name,
            List<ShownChange> changes,
            List<String> errors) {}

    /** A change in words. */
    record ShownChange(String field, String before, String after) {}

    View list(UiRequest request) {
        return View.page("imports", Map.of("page", imports.list(request.caller(), request.pageRequest())));
    }

    View start(UiRequest request) {
        List<UiRequest.Upload> files = request.files("file");
        if (files.isEmpty()) {
            throw new Invalid("file", "core.required");
        }
        UiRequest.Upload file = files.get(0);
        StaffImports.Import started = imports.start(request.caller(), file.fileName(), file::open);
        imports.await(request.caller(), started.id(), SHORT);
        return View.redirect(IMPORTS + "/" + started.id());
    }

    View detail(UiRequest request) {
        StaffImports.Import plan = imports.get(request.caller(), request.path("id"));
        Locale locale = request.caller().locale();
        Optional<RowKind> kind = request.query("kind").flatMap(name -> Form.constant(RowKind.class, name));
        Map<String, Object> model = new HashMap<>();
        model.put("i", plan);
        model.put("kinds", kinds(plan.counts(), locale));
        plan.error().ifPresent(error -> model.put("error", text(locale, error)));
        if (!plan.running()) {
            model.put(
                    "page",
                    imports.rows(request.caller(), plan.id(), kind, request.pageRequest())
                            .map(row -> shown(row, locale)));
        }
        return View.page("import", model);
    }

    View apply(UiRequest request) {
        imports.apply(request.caller(), request.path("id"));
        imports.await(request.caller(), request.path("id"), SHORT);
        return View.redirect(IMPORTS + "/" + request.path("id"));
    }

    View cancel(UiRequest request) {
        imports.cancel(request.caller(), request.path("id"));
        return View.redirect(IMPORTS + "/" + request.path("id"), "directory.import-cancelled");
    }

    private List<Map<String, Object>> kinds(Counts counts, Locale locale) {
        List<Map<String, Object>> chips = new ArrayList<>();
        int all = counts.fresh() + counts.changed() + counts.unchanged() + counts.left() + counts.bad();
        chips.add(Map.of("value", "", "label", messages.text(locale, "core.all"), "count", all));
        for (RowKind kind : RowKind.values()) {
            int count = switch (kind) {
                case NEW -> counts.fresh();
                case CHANGED -> counts.changed();
                case UNCHANGED -> counts.unchanged();
                case LEFT -> counts.left();
                case BAD -> counts.bad();
            };
            chips.add(Map.of(
                    "value",
                    kind.name(),
                    "label",
                    messages.text(locale, "directory.row-kind." + kind),
                    "count",
                    count));
        }
        return chips;
    }

    private ShownRow shown(Row row, Locale locale) {
        return new ShownRow(
                row.number(),
                row.kind(),
                row.personId(),
                row.name(),
                row.changes().stream()
                        .map(change -> new ShownChange(
                                messages.text(locale, "directory.field." + change.field()),
                                value(change, change.before(), locale),
                                value(change, change.after(), locale)))
                        .toList(),
                row.errors().stream().map(error -> text(locale, error)).toList());
    }

    /** Names of constants and days in words. */
    private String value(Change change, String value, Locale locale) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (change.field()) {
            case "posts" ->
                Arrays.stream(value.split(","))
                        .map(post -> messages.text(locale, "post." + post))
                        .collect(Collectors.joining(", "));
            case "gender" -> messages.text(locale, "directory.gender." + value);
            case "party", "union" -> messages.text(locale, value.equals("true") ? "core.yes" : "core.no");
            case "birthDate", "joinedOn" ->
                value.substring(8) + "/" + value.substring(5, 7) + "/" + value.substring(0, 4);
            default -> value;
        };
    }

    private String text(Locale locale, FieldError error) {
        return messages.text(locale, error.code(), error.args().toArray());
    }
}
