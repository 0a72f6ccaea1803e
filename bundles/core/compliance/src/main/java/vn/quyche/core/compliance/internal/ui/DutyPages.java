package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** Pages and the home card of duties. */
final class DutyPages {

    private static final int MAX_ON_CARD = 8;
    private static final int MAX_IN_MONTH = 500;
    private static final int MAX_NAMED = 10;

    private final Duties duties;
    private final Directory directory;
    private final Messages messages;
    private final Clock clock;

    DutyPages(Duties duties, Directory directory, Messages messages, Clock clock) {
        this.duties = duties;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /** What must be done now: overdue first, since they are due first. */
    View card(UiRequest request) {
        Optional<String> person = request.caller().personId();
        if (person.isEmpty()) {
            return View.page("duty/card", Map.of("items", List.of()));
        }
        Page<Duty> page =
                duties.list(request.caller(), query(person, "OPEN", Optional.empty()), PageRequest.first(MAX_ON_CARD));
        return View.page(
                "duty/card",
                Map.of(
                        "items",
                        page.items(),
                        "count",
                        duties.count(person.get()).open()));
    }

    View mine(UiRequest request) {
        Optional<String> person = request.caller().personId();
        return View.page(
                "duty/mine",
                Map.of(
                        "page",
                        mine(request, request.pageRequest()),
                        "count",
                        person.map(duties::count).orElse(new Duties.Count(0, 0))));
    }

    View exportMine(UiRequest request) {
        return table(request, page -> mine(request, page));
    }

    /** The caller's own; an account that belongs to nobody has none. */
    private Page<Duty> mine(UiRequest request, PageRequest page) {
        Optional<String> person = request.caller().personId();
        if (person.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        String state = request.query("state").orElse("OPEN");
        return duties.list(request.caller(), query(person, state, Optional.empty()), page);
    }

    View month(UiRequest request) {
        YearMonth month = monthAsked(request);
        Map<LocalDate, List<Map<String, String>>> days = new TreeMap<>();
        request.caller()
                .personId()
                .ifPresent(person -> inMonth(request.caller(), person, month)
                        .forEach(duty -> days.computeIfAbsent(
                                        LocalDate.ofInstant(duty.dueAt(), VietnamTime.ZONE), day -> new ArrayList<>())
                                .add(Map.of("label", duty.title(), "href", duty.link(), "kind", kind(duty)))));
        return View.page("duty/month", Map.of("month", month, "days", days));
    }

    View all(UiRequest request) {
        String state = request.query("state").orElse("OPEN");
        Optional<String> person = request.query("person");
        Page<Duty> page =
                duties.list(request.caller(), query(person, state, request.query("domain")), request.pageRequest());
        return View.page("duty/all", Map.of("page", page, "onlyPerson", person));
    }

    View exportAll(UiRequest request) {
        String state = request.query("state").orElse("OPEN");
        Duties.Query query = query(request.query("person"), state, request.query("domain"));
        return table(request, page -> duties.list(request.caller(), query, page));
    }

    private View table(UiRequest request, Function<PageRequest, Page<Duty>> pages) {
        Locale locale = request.caller().locale();
        List<Duty> all = Page.every(request.pageRequest(), pages).toList();
        Map<String, String> names =
                directory.names(all.stream().map(Duty::personId).distinct().toList());
        return new View.Table(
                "viec-phai-lam",
                List.of("duty.what", "core.person", "duty.due", "core.state", "duty.settled", "duty.clause"),
                all.stream()
                        .map(duty -> List.of(
                                duty.title(),
                                names.getOrDefault(duty.personId(), ""),
                                VietnamTime.moment(duty.dueAt()),
                                messages.text(locale, "duty.state." + duty.state()),
                                duty.settledAt().map(VietnamTime::moment).orElse(""),
                                duty.clause())));
    }

    View detail(UiRequest request) {
        return View.page("duty/detail", Map.of("duty", duties.get(request.caller(), request.path("id"))));
    }

    /** The ticked duties, or those that the list shows; also when the reason is asked for again. */
    View excuseManyForm(UiRequest request) {
        return View.page(
                "duty/excuse-many",
                Map.of(
                        "ids",
                        request.formAll("id"),
                        "state",
                        value(request, "state").orElse(""),
                        "onlyPerson",
                        value(request, "person").orElse(""),
                        "domain",
                        value(request, "domain").orElse("")));
    }

    View excuseMany(UiRequest request) {
        List<String> ids = request.formAll("id");
        Duties.Query shown =
                query(value(request, "person"), value(request, "state").orElse("OPEN"), value(request, "domain"));
        Duties.Excused done = ids.isEmpty()
                ? duties.excuseAll(request.caller(), shown, request.form("reason"))
                : duties.excuseAll(request.caller(), ids, request.form("reason"));
        if (done.refused().isEmpty()) {
            return View.redirect(
                    "/duty/all",
                    done.more() ? "duty.excused-some-of-many" : "duty.excused-many",
                    done.excused().size());
        }
        Locale locale = request.caller().locale();
        String named = done.refused().stream()
                .limit(MAX_NAMED)
                .map(one -> (one.title().isEmpty() ? one.dutyId() : one.title()) + " – "
                        + messages.text(locale, one.code()))
                .collect(Collectors.joining(" "));
        return View.redirect(
                "/duty/all",
                "duty.excused-but",
                done.excused().size(),
                done.refused().size(),
                named);
    }

    /** A value of the posted form, or of the address while the form is shown first. */
    private static Optional<String> value(UiRequest request, String name) {
        return Optional.of(request.form(name)).filter(text -> !text.isBlank()).or(() -> request.query(name));
    }

    View excuseForm(UiRequest request) {
        return View.page("duty/excuse", Map.of("duty", duties.get(request.caller(), request.path("id"))));
    }

    View excuse(UiRequest request) {
        Duty duty = duties.excuse(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect("/duty/duties/" + duty.id(), "duty.excused", duty.title());
    }

    private List<Duty> inMonth(Caller caller, String person, YearMonth month) {
        Duties.Query query = new Duties.Query(
                Optional.of(person),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(VietnamTime.startOf(month.atDay(1))),
                Optional.of(VietnamTime.endOf(month.atEndOfMonth())));
        return duties.list(caller, query, PageRequest.first(MAX_IN_MONTH)).items().stream()
                .filter(duty -> duty.state() == Duty.State.OPEN || duty.state() == Duty.State.DONE)
                .toList();
    }

    private YearMonth monthAsked(UiRequest request) {
        YearMonth now = YearMonth.from(VietnamTime.today(clock));
        try {
            return request.query("month")
                    .map(YearMonth::parse)
                    .filter(month -> Math.abs(month.getYear() - now.getYear()) <= 50)
                    .orElse(now);
        } catch (DateTimeException e) {
            return now;
        }
    }

    private String kind(Duty duty) {
        Instant now = clock.instant();
        if (duty.state() == Duty.State.DONE) {
            return "ok";
        }
        return duty.late(now) ? "late" : "info";
    }

    /** The words of the chips: a state, {@code LATE} or {@code ALL}. */
    private static Duties.Query query(Optional<String> person, String word, Optional<String> domain) {
        Map<String, Duty.State> states = new HashMap<>();
        for (Duty.State state : Duty.State.values()) {
            states.put(state.name(), state);
        }
        return new Duties.Query(
                person,
                domain,
                Optional.ofNullable(states.get(word)),
                "LATE".equals(word),
                Optional.empty(),
                Optional.empty());
    }
}
