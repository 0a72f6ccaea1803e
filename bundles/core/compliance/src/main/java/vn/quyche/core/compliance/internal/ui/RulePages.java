package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.ParameterValues.Value;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.RuleCourse;
import vn.quyche.core.compliance.internal.model.RuleDetail;
import vn.quyche.core.compliance.internal.model.RuleQuery;
import vn.quyche.core.compliance.internal.model.RuleView;
import vn.quyche.core.compliance.internal.model.ScheduleWords;
import vn.quyche.core.compliance.internal.service.RecurringRules;

/** The pages of recurring rules. */
final class RulePages {

    private static final String PATH = "/duty/rules";
    private static final int MAX_NAMED = 5;

    private final RecurringRules rules;
    private final Directory directory;
    private final Messages messages;
    private final Clock clock;

    /** A rule with its schedule in words. */
    public record Row(RuleView rule, String schedule) {}

    /** A time to come with the people's names; {@code more} are not named. */
    public record NextRow(RuleDetail.Next next, String people, int more) {}

    /** A schedule that was decided, in words. */
    public record ScheduleRow(Value value, String schedule) {}

    RulePages(RecurringRules rules, Directory directory, Messages messages, Clock clock) {
        this.rules = rules;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        Page<Row> page = rules.list(caller, query(request), request.pageRequest())
                .map(one -> new Row(one, words(caller.locale(), one.schedule())));
        List<Map<String, String>> domains = new ArrayList<>();
        domains.add(Map.of("value", "", "label", messages.text(caller.locale(), "core.all")));
        rules.domains(caller)
                .forEach(domain -> domains.add(
                        Map.of("value", domain, "label", messages.text(caller.locale(), "module." + domain))));
        return View.page(
                "duty/rules",
                Map.of(
                        "page",
                        page,
                        "states",
                        Form.filters(messages, caller.locale(), RuleCourse.State.class, "duty.rule.state."),
                        "domains",
                        domains));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        RuleQuery query = query(request);
        return new View.Table(
                "viec-dinh-ky",
                List.of(
                        "duty.what",
                        "duty.clause",
                        "duty.rule.who",
                        "duty.rule.schedule",
                        "core.state",
                        "duty.rule.next",
                        "duty.rule.id"),
                Page.every(request.pageRequest(), page -> rules.list(request.caller(), query, page))
                        .map(one -> List.of(
                                one.title(),
                                one.clause(),
                                one.post()
                                        .map(post -> messages.text(locale, "post." + post))
                                        .orElse(messages.text(locale, "duty.rule.people")),
                                words(locale, one.schedule()),
                                messages.text(locale, "duty.rule.state." + one.state()),
                                one.nextDue().map(VietnamTime::moment).orElse(""),
                                one.id())));
    }

    View detail(UiRequest request) {
        Locale locale = request.caller().locale();
        RuleDetail detail = detailOf(request);
        Map<String, Object> model = new HashMap<>();
        model.put("rule", detail.rule());
        model.put("schedule", words(locale, detail.rule().schedule()));
        model.put("own", words(locale, detail.rule().ownSchedule()));
        model.put("next", named(detail.next()));
        model.put("changes", detail.changes());
        model.put(
                "schedules",
                detail.schedules().stream()
                        .map(value -> new ScheduleRow(value, words(locale, value.value())))
                        .toList());
        return View.page("duty/rule", model);
    }

    /** The fields of the kind that is chosen, filled with the schedule of today when it is of that kind. */
    View scheduleForm(UiRequest request) {
        return scheduleForm(request, List.of());
    }

    private View scheduleForm(UiRequest request, List<NextRow> preview) {
        RuleView rule = detailOf(request).rule();
        Schedule now = Schedule.parse(rule.schedule());
        ScheduleForm.Kind kind = Form.constant(ScheduleForm.Kind.class, request.form("kind"))
                .or(() -> request.query("kind").flatMap(name -> Form.constant(ScheduleForm.Kind.class, name)))
                .orElse(ScheduleForm.kind(now));
        Map<String, Object> model = new HashMap<>();
        model.put("rule", rule);
        model.put("schedule", words(request.caller().locale(), rule.schedule()));
        model.put("kind", kind.name());
        model.put("kinds", kinds(request.caller().locale()));
        model.put("fields", kind == ScheduleForm.kind(now) ? ScheduleForm.fields(now) : Map.of());
        model.put("tomorrow", tomorrow());
        model.put("preview", preview);
        return View.page("duty/rule-schedule", model);
    }

    /** Shows what the schedule would bring, or decides it. */
    View schedule(UiRequest request) {
        String id = request.path("id");
        String text = ScheduleForm.read(request).text();
        LocalDate from = Form.requiredDay(request, "validFrom");
        if (!request.form("preview").isEmpty()) {
            return scheduleForm(request, named(rules.preview(request.caller(), id, text, from)));
        }
        rules.changeSchedule(request.caller(), id, text, from, request.form("decision"));
        return View.redirect(PATH + "/" + id, "duty.rule.schedule-changed", VietnamTime.day(from));
    }

    View pauseForm(UiRequest request) {
        return changeForm(request, "pause");
    }

    View pause(UiRequest request) {
        LocalDate from = Form.requiredDay(request, "validFrom");
        rules.pause(request.caller(), request.path("id"), from, Form.day(request, "lastDay"), request.form("reason"));
        return changed(request, "duty.rule.paused", from);
    }

    View resumeForm(UiRequest request) {
        return changeForm(request, "resume");
    }

    View resume(UiRequest request) {
        LocalDate from = Form.requiredDay(request, "validFrom");
        rules.resume(request.caller(), request.path("id"), from, request.form("reason"));
        return changed(request, "duty.rule.resumed", from);
    }

    View endForm(UiRequest request) {
        return changeForm(request, "end");
    }

    View end(UiRequest request) {
        LocalDate from = Form.requiredDay(request, "validFrom");
        rules.end(request.caller(), request.path("id"), from, request.form("reason"));
        return changed(request, "duty.rule.ended", from);
    }

    private View changeForm(UiRequest request, String action) {
        return View.page(
                "duty/rule-change", Map.of("rule", detailOf(request).rule(), "action", action, "tomorrow", tomorrow()));
    }

    private static View changed(UiRequest request, String message, LocalDate from) {
        return View.redirect(PATH + "/" + request.path("id"), message, VietnamTime.day(from));
    }

    private RuleDetail detailOf(UiRequest request) {
        return rules.get(request.caller(), request.path("id"));
    }

    private LocalDate tomorrow() {
        return VietnamTime.today(clock).plusDays(1);
    }

    private List<NextRow> named(List<RuleDetail.Next> next) {
        return next.stream()
                .map(one -> {
                    List<String> some = one.people().stream().limit(MAX_NAMED).toList();
                    Map<String, String> names = directory.names(some);
                    return new NextRow(
                            one,
                            some.stream()
                                    .map(id -> names.getOrDefault(id, ""))
                                    .filter(name -> !name.isEmpty())
                                    .collect(Collectors.joining(", ")),
                            one.people().size() - some.size());
                })
                .toList();
    }

    private List<Map<String, String>> kinds(Locale locale) {
        return Form.choices(messages, locale, ScheduleForm.Kind.class, "duty.schedule-kind.").entrySet().stream()
                .map(one -> Map.of("value", one.getKey(), "label", one.getValue()))
                .toList();
    }

    private String words(Locale locale, String schedule) {
        return ScheduleWords.of(schedule, (key, args) -> messages.text(locale, key, args));
    }

    private static RuleQuery query(UiRequest request) {
        return new RuleQuery(
                request.query("domain").filter(text -> !text.isBlank()),
                request.query("state").flatMap(name -> Form.constant(RuleCourse.State.class, name)),
                request.query("post").flatMap(name -> Form.constant(Post.class, name)),
                request.query("q").filter(text -> !text.isBlank()));
    }
}
