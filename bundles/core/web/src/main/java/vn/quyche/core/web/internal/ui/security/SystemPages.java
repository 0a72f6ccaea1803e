package vn.quyche.core.web.internal.ui.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.api.security.SystemRegister.Entry;
import vn.quyche.core.api.security.SystemRegister.Filter;
import vn.quyche.core.api.security.SystemRegister.Kind;
import vn.quyche.core.api.security.SystemRegister.NewEntry;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.link.DirectoryLink;

/** The register of the system's administrator. */
final class SystemPages {

    private static final String LIST = "/security/system";
    private static final String KINDS = "security.system-kind.";

    /** As the first reminder of the duty to renew. */
    private static final int SOON_DAYS = 30;

    private final SystemRegister register;
    private final Messages messages;
    private final DirectoryLink directory;
    private final Clock clock;

    SystemPages(SystemRegister register, Messages messages, DirectoryLink directory, Clock clock) {
        this.register = register;
        this.messages = messages;
        this.directory = directory;
        this.clock = clock;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        Page<Entry> page = register.list(request.caller(), filter(request), request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("kinds", Form.filters(messages, locale, Kind.class, KINDS));
        model.put("keepers", names(page.items()));
        model.put("states", states(page.items()));
        return View.page("security/system", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        List<Entry> entries = Page.every(
                        request.pageRequest(), page -> register.list(request.caller(), filter(request), page))
                .toList();
        Map<String, String> keepers = names(entries);
        return new View.Table(
                "so-quan-tri",
                List.of(
                        "core.name",
                        "security.system-kind",
                        "security.system-provider",
                        "security.system-keeper",
                        "security.system-since",
                        "security.system-until",
                        "core.state",
                        "security.system-note"),
                entries.stream()
                        .map(entry -> List.of(
                                entry.name(),
                                messages.text(locale, KINDS + entry.kind()),
                                entry.provider(),
                                keepers.getOrDefault(entry.keeperId(), entry.keeperId()),
                                VietnamTime.day(entry.since()),
                                entry.until().map(VietnamTime::day).orElse(""),
                                messages.text(locale, "security.system-state." + state(entry)),
                                entry.note())));
    }

    View detail(UiRequest request) {
        Entry entry = register.get(request.caller(), request.path("id"));
        return View.page("security/system-entry", Map.of("entry", entry, "state", state(entry)));
    }

    View compose(UiRequest request) {
        return form(request, Map.of("today", VietnamTime.today(clock), "keeper", List.of()));
    }

    View add(UiRequest request) {
        Entry made = register.add(request.caller(), request.form("key"), entry(request));
        return View.redirect(LIST + "/" + made.id(), "security.system-saved");
    }

    View edit(UiRequest request) {
        Entry entry = register.get(request.caller(), request.path("id"));
        return form(
                request,
                Map.of(
                        "entry",
                        entry,
                        "keeper",
                        List.of(Map.of(
                                "value",
                                entry.keeperId(),
                                "label",
                                names(List.of(entry)).getOrDefault(entry.keeperId(), entry.keeperId())))));
    }

    View change(UiRequest request) {
        String id = request.path("id");
        register.change(request.caller(), id, Form.version(request), entry(request));
        return View.redirect(LIST + "/" + id, "security.system-saved");
    }

    View endForm(UiRequest request) {
        return View.page("security/system-end", Map.of("entry", register.get(request.caller(), request.path("id"))));
    }

    View end(UiRequest request) {
        String id = request.path("id");
        register.end(request.caller(), id, request.form("reason"));
        return View.redirect(LIST + "/" + id, "security.system-saved");
    }

    private View form(UiRequest request, Map<String, Object> what) {
        Map<String, Object> model = new HashMap<>(what);
        model.put("kinds", Form.choices(messages, request.caller().locale(), Kind.class, KINDS));
        return View.page("security/system-form", model);
    }

    private static NewEntry entry(UiRequest request) {
        Checks checks = new Checks();
        Optional<LocalDate> since = Form.day(checks, "since", request.form("since"));
        Optional<LocalDate> until = Form.day(checks, "until", request.form("until"));
        checks.orThrow();
        return new NewEntry(
                Form.constant(Kind.class, request.form("kind")).orElse(null),
                request.form("name"),
                request.form("provider"),
                request.form("keeperId"),
                since.orElse(null),
                until,
                request.form("note"));
    }

    private static Filter filter(UiRequest request) {
        boolean ended = request.query("ended").filter("true"::equals).isPresent();
        return new Filter(
                request.query("q"),
                request.query("kind").flatMap(name -> Form.constant(Kind.class, name)),
                Optional.of(ended));
    }

    private Map<String, String> names(List<Entry> entries) {
        List<String> ids = entries.stream().map(Entry::keeperId).distinct().toList();
        return directory.get().map(known -> known.names(ids)).orElse(Map.of());
    }

    private Map<String, String> states(List<Entry> entries) {
        Map<String, String> states = new HashMap<>();
        entries.forEach(entry -> states.put(entry.id(), state(entry)));
        return states;
    }

    private String state(Entry entry) {
        if (entry.endedOn().isPresent()) {
            return "ended";
        }
        LocalDate today = VietnamTime.today(clock);
        if (entry.until().filter(last -> last.isBefore(today)).isPresent()) {
            return "over";
        }
        boolean soon = entry.until()
                .filter(last -> !last.isAfter(today.plusDays(SOON_DAYS)))
                .isPresent();
        return soon ? "soon" : "use";
    }
}
