package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.GroupEdition;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.LookAlike;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroupDecision;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.internal.service.GroupWords;

/** The list of any day, the decisions, and the form that decides on a group. */
final class RecognitionPages {

    private final Recognition recognition;
    private final Groups groups;
    private final Directory directory;
    private final GroupWords words;
    private final Messages messages;
    private final Clock clock;

    RecognitionPages(
            Recognition recognition,
            Groups groups,
            Directory directory,
            GroupWords words,
            Messages messages,
            Clock clock) {
        this.words = words;
        this.recognition = recognition;
        this.groups = groups;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    View ofDay(UiRequest request) {
        LocalDate day = day(request);
        Page<GroupDecision> page =
                recognition.officialOn(request.caller(), day, request.query("q"), request.pageRequest());
        return View.page(
                "groups-of-day", Map.of("day", day, "page", page, "leaders", leaders(request, page.items(), day)));
    }

    /** Who led each group on a day. */
    private Map<String, String> leaders(UiRequest request, List<GroupDecision> shown, LocalDate day) {
        List<String> ids = shown.stream().map(GroupDecision::groupId).toList();
        Map<String, String> leaders = new HashMap<>();
        recognition
                .editionsOn(request.caller(), ids, day)
                .forEach((id, edition) -> leaders.put(
                        id,
                        words.holders(
                                edition.appointments(),
                                GroupRole.OWNER,
                                day,
                                request.caller().locale())));
        return leaders;
    }

    View editions(UiRequest request) {
        MessagingGroup group = groups.get(request.caller(), request.path("id"));
        Locale locale = request.caller().locale();
        Page<GroupEdition> page = recognition.editions(request.caller(), group.id(), request.pageRequest());
        return View.page(
                "editions", Map.of("group", group, "page", page.map(edition -> words.edition(edition, locale))));
    }

    View exportEditions(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "thanh-phan-nhom",
                Stream.of("core.from", "group.column.rule", "group.roles")
                        .map(key -> messages.text(locale, key))
                        .toList(),
                Page.every(
                                request.pageRequest(),
                                page -> recognition.editions(request.caller(), request.path("id"), page))
                        .map(edition -> words.edition(edition, locale))
                        .map(edition -> List.of(
                                VietnamTime.moment(edition.since()),
                                edition.rule(),
                                String.join("; ", edition.roles()))));
    }

    View withdrawForm(UiRequest request) {
        MessagingGroup group = groups.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("group", group);
        recognition.pending(request.caller(), group.id()).ifPresent(decision -> model.put("pending", decision));
        return View.page("decision-withdraw", model);
    }

    View withdraw(UiRequest request) {
        MessagingGroup group = recognition.withdraw(
                request.caller(), request.path("id"), Form.version(request), request.form("reason"));
        return View.redirect("/group/groups/" + group.id(), "group.decision-withdrawn", group.name());
    }

    View exportOfDay(UiRequest request) {
        LocalDate day = day(request);
        return table(
                request,
                "nhom-ngay-" + day,
                Page.every(
                        request.pageRequest(),
                        page -> recognition.officialOn(request.caller(), day, request.query("q"), page)));
    }

    View decisions(UiRequest request) {
        Locale locale = request.caller().locale();
        List<Map<String, String>> chips = Form.filters(messages, locale, GroupDisposition.class, "group.disposition.");
        return View.page(
                "decisions",
                Map.of(
                        "dispositions",
                        chips,
                        "today",
                        VietnamTime.today(clock),
                        "page",
                        recognition.decisions(request.caller(), query(request), request.pageRequest())));
    }

    View exportDecisions(UiRequest request) {
        return table(
                request,
                "quyet-dinh-nhom",
                Page.every(
                        request.pageRequest(), page -> recognition.decisions(request.caller(), query(request), page)));
    }

    View decideForm(UiRequest request) {
        Locale locale = request.caller().locale();
        MessagingGroup group = groups.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("group", group);
        Map<String, String> dispositions = Form.choices(messages, locale, GroupDisposition.class, "group.disposition.");
        dispositions.keySet().retainAll(possible(group));
        model.put("dispositions", dispositions);
        model.put("platforms", Form.choices(messages, locale, Platform.class, "group.platform."));
        Map<String, String> others = new LinkedHashMap<>();
        groups.list(request.caller(), Groups.Query.active(), PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .filter(other -> !other.id().equals(group.id()))
                .forEach(other -> others.put(other.id(), other.name() + " (" + other.code() + ")"));
        model.put("others", others);
        model.put("temporary", group.kind() == GroupKind.TEMPORARY);
        model.put("authority", directory.school().name());
        model.put("today", VietnamTime.today(clock));
        model.put("latest", VietnamTime.today(clock).plusYears(1));
        model.put("alike", alike(request, group));
        return View.page("group-decide", model);
    }

    View decide(UiRequest request) {
        Checks checks = new Checks();
        NewGroupDecision decision = new NewGroupDecision(
                Form.constant(GroupDisposition.class, request.form("disposition"))
                        .orElse(null),
                request.form("authority"),
                GroupFormPages.decision(request, "decision"),
                request.form("reason"),
                Form.day(checks, "effectiveOn", request.form("effectiveOn")).orElse(null),
                Form.text(request, "name"),
                Form.constant(Platform.class, request.form("platform")),
                Form.text(request, "into"),
                Form.day(checks, "endsOn", request.form("endsOn")),
                request.form("lookAlikeReason"));
        checks.orThrow();
        MessagingGroup group =
                recognition.decide(request.caller(), request.path("id"), Form.version(request), decision);
        boolean waits = decision.effectiveOn().isAfter(VietnamTime.today(clock));
        return View.redirect(
                "/group/groups/" + group.id(), waits ? "group.decided-later" : "group.decided", group.name());
    }

    /** Whose names look like the one that would be recognised; known before the decision is sent. */
    private List<LookAlike> alike(UiRequest request, MessagingGroup group) {
        Optional<String> typed = Form.text(request, "name");
        return typed.isPresent() || group.status() == GroupStatus.PROPOSED
                ? recognition.lookAlikes(request.caller(), typed.orElse(group.name()), group.id())
                : List.of();
    }

    private static Set<String> possible(MessagingGroup group) {
        Set<String> possible = new java.util.HashSet<>();
        EnumSet.allOf(GroupDisposition.class).stream()
                .filter(disposition -> disposition.from() == group.status())
                .forEach(disposition -> possible.add(disposition.name()));
        return possible;
    }

    private LocalDate day(UiRequest request) {
        Checks checks = new Checks();
        return Form.day(checks, "day", request.query("day").orElse("")).orElse(VietnamTime.today(clock));
    }

    private static Recognition.Query query(UiRequest request) {
        return new Recognition.Query(
                request.query("q"),
                request.query("disposition").flatMap(name -> Form.constant(GroupDisposition.class, name)),
                request.query("group"));
    }

    private View table(UiRequest request, String fileName, Stream<GroupDecision> rows) {
        Locale locale = request.caller().locale();
        List<String> header = Stream.of(
                        "code",
                        "name",
                        "platform",
                        "disposition",
                        "decision",
                        "decision-date",
                        "authority",
                        "effective",
                        "reason",
                        "status",
                        "withdrawn")
                .map(column -> messages.text(locale, "group.column." + column))
                .toList();
        return new View.Table(
                fileName,
                header,
                rows.map(decision -> List.of(
                        decision.code(),
                        decision.name(),
                        messages.text(locale, "group.platform." + decision.platform()),
                        messages.text(locale, "group.disposition." + decision.disposition()),
                        decision.decision().number(),
                        VietnamTime.day(decision.decision().date()),
                        decision.authority(),
                        VietnamTime.day(decision.effectiveOn()),
                        decision.reason(),
                        messages.text(locale, "group.status." + decision.status()),
                        decision.withdrawnAt().map(VietnamTime::moment).orElse(""))));
    }
}
