package vn.quyche.core.web.internal.ui;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.quyche.core.api.VietnamTime;

/** The functions and filters of templates; those that only macros use start with an underscore. */
final class ShellExtension extends AbstractExtension {

    /** Each state has its own shape, so that colour alone says nothing. */
    private static final Map<String, String> STATE_ICONS = Map.of(
            "ok", "check-circle-fill",
            "soon", "clock",
            "late", "exclamation-triangle-fill",
            "info", "info-circle",
            "off", "slash-circle",
            "draft", "pencil");

    private final Icons icons = new Icons();

    @Override
    public Map<String, Function> getFunctions() {
        Map<String, Function> functions = new LinkedHashMap<>();
        functions.put(
                "t",
                function(args -> Rendering.current()
                        .t(text(args.get(0)), args.subList(1, args.size()).toArray())));
        functions.put("can", function(args -> Rendering.current().allowed().test(text(args.get(0)))));
        functions.put("known", function(args -> Rendering.current().texts().has(text(args.get(0)))));
        functions.put("url", function(args -> url(args)));
        functions.put("icon", function(args -> new SafeString(icons.svg(text(args.get(0))))));
        functions.put("person", function(args -> person(text(args.get(0)))));
        functions.put("people", function(args -> people(args.get(0))));
        functions.put("clause", function(args -> clause(text(args.get(0)))));
        functions.put("csrf", function(args -> csrf()));
        functions.put("_page", function(args -> url(List.of())));
        functions.put("_asset", function(args -> Assets.path(text(args.get(0)))));
        functions.put("_error", function(args -> Rendering.current().errors().get(text(args.get(0)))));
        functions.put("_value", function(args -> Fields.value(Rendering.current(), text(args.get(0)), args.get(1))));
        functions.put(
                "_options",
                function(args -> Fields.options(
                        Rendering.current(), text(args.get(0)), args.get(1), args.get(2), text(args.get(3)))));
        functions.put(
                "_checked", function(args -> Fields.checked(Rendering.current(), text(args.get(0)), args.get(1))));
        functions.put("_chosen", function(args -> Fields.chosen(Rendering.current(), text(args.get(0)), args.get(1))));
        functions.put("_id", function(args -> Fields.id(text(args.get(0)))));
        functions.put("_query", function(args -> Rendering.current().query().getOrDefault(text(args.get(0)), "")));
        functions.put("_otherQuery", function(args -> otherQuery(text(args.get(0)))));
        functions.put("_qr", function(args -> QrCode.of(text(args.get(0)))));
        functions.put("_sort", function(args -> sort(text(args.get(0)), text(args.get(1)))));
        functions.put(
                "_bar", function(args -> Pictures.bar(Rendering.current(), list(args.get(0)), text(args.get(1)))));
        functions.put(
                "_weeks", function(args -> Pictures.weeks(Rendering.current(), (YearMonth) args.get(0), args.get(1))));
        functions.put("_path", function(args -> Rendering.current().path()));
        functions.put("_csrf", function(args -> Rendering.current().csrfToken()));
        functions.put("_filter", function(args -> url(List.of(Map.of(text(args.get(0)), text(args.get(1)))))));
        functions.put("_describedBy", function(args -> describedBy(text(args.get(0)), text(args.get(1)))));
        functions.put("_action", function(args -> textOr("action." + text(args.get(0)), text(args.get(0)))));
        functions.put("_actor", function(args -> actor(text(args.get(0)))));
        functions.put("_reason", function(args -> reason(text(args.get(0)))));
        functions.put("_module", function(args -> textOr("module." + text(args.get(0)), text(args.get(1)))));
        functions.put("_parts", function(args -> Rendering.current().texts().under(text(args.get(0)))));
        functions.put("_health", function(args -> textOr("health." + text(args.get(0)), text(args.get(0)))));
        functions.put("_job", function(args -> textOr("job." + text(args.get(0)), text(args.get(0)))));
        functions.put("_stateIcon", function(args -> STATE_ICONS.getOrDefault(text(args.get(0)), "circle")));
        functions.put("_fileIcon", function(args -> fileIcon(text(args.get(0)))));
        functions.put("_newKey", function(args -> UUID.randomUUID().toString()));
        functions.put("_initials", function(args -> Words.initials(text(args.get(0)))));
        return functions;
    }

    @Override
    public Map<String, Filter> getFilters() {
        Map<String, Filter> filters = new LinkedHashMap<>();
        filters.put("when", filter((input, args) -> when(input)));
        filters.put("deadline", filter(ShellExtension::deadline));
        filters.put(
                "date",
                filter((input, args) ->
                        input instanceof Instant i ? Words.day(i) : input instanceof LocalDate d ? Words.day(d) : ""));
        filters.put("time", filter((input, args) -> input instanceof Instant i ? Words.time(i) : ""));
        filters.put(
                "datetime",
                filter((input, args) -> input instanceof Instant i
                        ? Words.moment(i)
                        : input instanceof LocalDate d ? Words.day(d) : ""));
        filters.put(
                "isoDate",
                filter((input, args) -> input instanceof Instant i
                        ? LocalDate.ofInstant(i, VietnamTime.ZONE).toString()
                        : text(input)));
        filters.put(
                "isoDatetime",
                filter((input, args) -> input instanceof Instant i ? Words.fieldMoment(i) : text(input)));
        filters.put(
                "month",
                filter((input, args) -> input instanceof YearMonth m
                        ? Rendering.current()
                                .t("core.month", String.valueOf(m.getMonthValue()), String.valueOf(m.getYear()))
                        : ""));
        filters.put("plain", filter((input, args) -> words().plain(text(input))));
        filters.put("device", filter((input, args) -> Devices.words(Rendering.current(), text(input))));
        filters.put("number", filter((input, args) -> input instanceof Number n ? words().number(n) : ""));
        filters.put("money", filter((input, args) -> input instanceof Number n ? words().money(n) : ""));
        filters.put("bytes", filter((input, args) -> input instanceof Number n ? words().bytes(n) : ""));
        return filters;
    }

    private static Words words() {
        return new Words(Rendering.current());
    }

    private static Object when(Object input) {
        if (input instanceof Instant instant) {
            return new Html()
                    .raw("<time datetime=\"")
                    .text(instant)
                    .raw("\" title=\"")
                    .text(Words.moment(instant))
                    .raw("\" data-exact=\"")
                    .text(Words.moment(instant))
                    .raw("\">")
                    .text(words().relative(instant))
                    .raw("</time>")
                    .done();
        }
        if (input instanceof LocalDate day) {
            return new Html()
                    .raw("<time datetime=\"")
                    .text(day)
                    .raw("\" title=\"")
                    .text(Words.day(day))
                    .raw("\" data-exact=\"")
                    .text(Words.day(day))
                    .raw("\">")
                    .text(words().relative(day))
                    .raw("</time>")
                    .done();
        }
        return "";
    }

    private static Object deadline(Object input, List<Object> args) {
        Instant due = input instanceof LocalDate day
                ? VietnamTime.endOf(day)
                : input instanceof Instant instant ? instant : null;
        if (due == null) {
            return "";
        }
        Instant done = args.isEmpty() ? null : (Instant) Templates.unwrap(args.get(0));
        Words.Deadline deadline = words().deadline(due, done);
        return new Html()
                .raw("<time class=\"chip chip-")
                .text(deadline.kind())
                .raw("\" datetime=\"")
                .text(due)
                .raw("\" title=\"")
                .text(Words.moment(due))
                .raw("\" data-exact=\"")
                .text(Words.moment(due))
                .raw("\">")
                .text(deadline.text())
                .raw("</time>")
                .done();
    }

    private static Object person(String id) {
        if (id.isEmpty()) {
            return "";
        }
        Rendering rendering = Rendering.current();
        return rendering.lookups().names(List.of(id)).getOrDefault(id, rendering.t("core.unknown-person"));
    }

    private static Object people(Object ids) {
        List<String> wanted = list(ids).stream().map(ShellExtension::text).toList();
        Map<String, String> names = Rendering.current().lookups().names(wanted);
        return String.join(
                ", ", wanted.stream().map(names::get).filter(Objects::nonNull).toList());
    }

    private static Object clause(String id) {
        return Rendering.current()
                .lookups()
                .clause(id)
                .<Object>map(clause -> new Html()
                        .raw("<span class=\"clause\" title=\"")
                        .text(clause.summary())
                        .raw("\">")
                        .text(clause.citation().isBlank() ? clause.id() : clause.citation())
                        .raw("</span>")
                        .done())
                .orElse("");
    }

    private static Object csrf() {
        return new Html()
                .raw("<input type=\"hidden\" name=\"")
                .text(Fields.CSRF)
                .raw("\" value=\"")
                .text(Rendering.current().csrfToken())
                .raw("\">")
                .done();
    }

    /** The address of this page or another one with its query changed. */
    private static String url(List<Object> args) {
        Rendering rendering = Rendering.current();
        Map<String, String> query = new LinkedHashMap<>(rendering.query());
        if (!args.isEmpty()) {
            query.remove("after");
        }
        if (!args.isEmpty() && args.get(0) instanceof Map<?, ?> changes) {
            changes.forEach((name, value) -> {
                String text = text(value);
                if (text.isEmpty()) {
                    query.remove(text(name));
                } else {
                    query.put(text(name), text);
                }
            });
        }
        String path = args.size() > 1 ? text(args.get(1)) : rendering.path();
        return UiUrl.of(path, query);
    }

    /** The ids of hint and message of a field, for screen readers. */
    private static String describedBy(String name, String hint) {
        List<String> ids = new ArrayList<>();
        if (!hint.isEmpty()) {
            ids.add(Fields.id(name) + "-hint");
        }
        if (Rendering.current().errors().containsKey(name)) {
            ids.add(Fields.id(name) + "-error");
        }
        return String.join(" ", ids);
    }

    /** The text of a key, or something else when no bundle has it. */
    private static String textOr(String key, String other) {
        Rendering rendering = Rendering.current();
        return rendering.texts().has(key) ? rendering.t(key) : other;
    }

    /** What a refusal said, with dots where its particulars stood. */
    private static String reason(String code) {
        Rendering rendering = Rendering.current();
        return rendering.texts().outline(rendering.locale(), code);
    }

    /** The name of who acted; programs and visitors have words. */
    private static String actor(String name) {
        return switch (name) {
            case "anonymous" -> Rendering.current().t("core.nobody");
            case "system" -> Rendering.current().t("core.system");
            default -> name;
        };
    }

    private static String fileIcon(String mediaType) {
        if (mediaType.startsWith("image/")) {
            return "file-earmark-image";
        }
        if (mediaType.equals("application/pdf")) {
            return "file-earmark-pdf";
        }
        if (mediaType.contains("spreadsheet") || mediaType.contains("excel") || mediaType.equals("text/csv")) {
            return "file-earmark-spreadsheet";
        }
        return mediaType.contains("zip") ? "file-earmark-zip" : "file-earmark-text";
    }

    /** The other parameters of the query, for the hidden fields of a search form. */
    private static List<Map.Entry<String, String>> otherQuery(String name) {
        return Rendering.current().query().entrySet().stream()
                .filter(e -> !e.getKey().equals(name) && !e.getKey().equals("after"))
                .toList();
    }

    /** Where a click on a column's head leads, and how the column is sorted now. */
    private static Map<String, String> sort(String column, String unless) {
        String now = Rendering.current().query().getOrDefault("sort", unless);
        String direction = now.equals(column) ? "ascending" : now.equals("-" + column) ? "descending" : "none";
        String next = now.equals(column) ? "-" + column : column;
        return Map.of("direction", direction, "href", url(List.of(Map.of("sort", next))));
    }

    static String text(Object value) {
        Object bare = Templates.unwrap(value);
        if (bare instanceof YearMonth month) {
            return DateTimeFormatter.ofPattern("yyyy-MM").format(month);
        }
        return bare == null ? "" : bare instanceof Enum<?> constant ? constant.name() : bare.toString();
    }

    static List<Object> list(Object value) {
        return value instanceof Collection<?> collection ? new ArrayList<>(collection) : List.of();
    }

    private interface Body {
        Object apply(List<Object> args);
    }

    private interface FilterBody {
        Object apply(Object input, List<Object> args);
    }

    private static Function function(Body body) {
        return new Function() {
            @Override
            public List<String> getArgumentNames() {
                return null;
            }

            @Override
            public Object execute(
                    Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int lineNumber) {
                return body.apply(positional(args));
            }
        };
    }

    private static Filter filter(FilterBody body) {
        return new Filter() {
            @Override
            public List<String> getArgumentNames() {
                return null;
            }

            @Override
            public Object apply(
                    Object input,
                    Map<String, Object> args,
                    PebbleTemplate self,
                    EvaluationContext context,
                    int lineNumber) {
                return body.apply(Templates.unwrap(input), positional(args));
            }
        };
    }

    /** Arguments without names come as "0", "1" …; a missing one is null. */
    private static List<Object> positional(Map<String, Object> args) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            values.add(args.get(String.valueOf(i)));
        }
        return values;
    }
}
