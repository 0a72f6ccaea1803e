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
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.ArrivalReason;
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
            List<String> errors,
            boolean joining) {}

    /** A change in words. */
    record ShownChange(String field, String before, String after) {}

    View list(UiRequest request) {
        return View.page("imports", Map.of("page", imports.list(request.caller(), request.pageRequest())));
    }

    View exportList(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "lan-nhap-danh-sach",
                List.of("directory.import.file", "core.state", "directory.import.by", "core.time"),
                Page.every(request.pageRequest(), page -> imports.list(request.caller(), page))
                        .map(plan -> List.of(
                                plan.fileName(),
                                messages.text(locale, "directory.import-state." + plan.state()),
                                plan.createdBy(),
                                VietnamTime.moment(plan.createdAt()))));
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
        Optional<RowKind> kind = kind(request);
        Map<String, Object> model = new HashMap<>();
        model.put("i", plan);
        model.put("kinds", kinds(plan.counts(), locale));
        // a first list brings everybody into the directory, and nobody to the school
        model.put(
                "joinings",
                plan.counts().fresh()
                                <= plan.counts().changed()
                                        + plan.counts().unchanged()
                                        + plan.counts().left()
                        ? ArrivalReason.RECRUITMENT.name()
                        : "");
        model.put("arrivals", Form.choices(messages, locale, ArrivalReason.class, "directory.arrival."));
        plan.error().ifPresent(error -> model.put("error", text(locale, error)));
        if (!plan.running()) {
            model.put(
                    "page",
                    imports.rows(request.caller(), plan.id(), kind, request.pageRequest())
                            .map(row -> shown(row, locale)));
        }
        return View.page("import", model);
    }

    /** The rows, as the page shows them: who mends the bad ones in the school's own list takes them along. */
    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        Optional<RowKind> kind = kind(request);
        String id = imports.get(request.caller(), request.path("id")).id();
        return new View.Table(
                "dong-nhap-danh-sach",
                List.of(
                        "directory.column.row",
                        "directory.column.name",
                        "directory.import.kind",
                        "directory.import.what"),
                Page.every(request.pageRequest(), page -> imports.rows(request.caller(), id, kind, page))
                        .map(row -> shown(row, locale))
                        .map(row -> List.of(
                                row.number() > 0 ? Integer.toString(row.number()) : "",
                                row.name(),
                                messages.text(locale, "directory.row-kind." + row.kind()),
                                what(row, locale))));
    }

    private String what(ShownRow row, Locale locale) {
        Stream<String> changes = row.changes().stream()
                .map(change -> change.before().isEmpty()
                        ? messages.text(locale, "directory.import.set", change.field(), change.after())
                        : messages.text(
                                locale, "directory.import.change", change.field(), change.before(), change.after()));
        Stream<String> joining =
                row.joining() ? Stream.of(messages.text(locale, "directory.import.joining")) : Stream.empty();
        return Stream.of(row.errors().stream(), joining, changes)
                .flatMap(texts -> texts)
                .collect(Collectors.joining("; "));
    }

    private static Optional<RowKind> kind(UiRequest request) {
        return request.query("kind").flatMap(name -> Form.constant(RowKind.class, name));
    }

    View apply(UiRequest request) {
        imports.apply(
                request.caller(), request.path("id"), Form.constant(ArrivalReason.class, request.form("joinings")));
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
                row.errors().stream().map(error -> text(locale, error)).toList(),
                row.joining());
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
