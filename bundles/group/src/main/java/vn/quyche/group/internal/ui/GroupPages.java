package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.internal.link.PlatformLink;
import vn.quyche.group.internal.model.GroupCheckCode;
import vn.quyche.group.internal.service.GroupWords;

/** The register of groups, one group, and who is in it. */
final class GroupPages {

    private static final String EVERY = "ALL";
    private static final int SHOWN_DIRECTIVES = 5;
    private static final int SHOWN_HISTORY = 20;
    private static final int SHOWN_DECISIONS = 20;

    private final Groups groups;
    private final Recognition recognition;
    private final Clock clock;
    private final Directives directives;
    private final MemberPages around;
    private final GroupWords words;
    private final AuditTrail audit;
    private final Messages messages;
    private final PlatformLink platform;

    GroupPages(
            Groups groups,
            Recognition recognition,
            Directives directives,
            MemberPages around,
            GroupWords words,
            AuditTrail audit,
            Messages messages,
            PlatformLink platform,
            Clock clock) {
        this.recognition = recognition;
        this.clock = clock;
        this.groups = groups;
        this.directives = directives;
        this.around = around;
        this.words = words;
        this.audit = audit;
        this.messages = messages;
        this.platform = platform;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        Page<MessagingGroup> page = groups.list(request.caller(), query(request), request.pageRequest());
        Map<String, Object> model = new HashMap<>(around.flags().ofAll(request.caller(), page.items()));
        model.putAll(Map.of(
                "page",
                page,
                "leaders",
                page.items().stream()
                        .collect(Collectors.toMap(
                                MessagingGroup::id, group -> words.holders(group, GroupRole.OWNER, locale))),
                "kinds",
                Form.filters(messages, locale, GroupKind.class, "group.kind."),
                "statuses",
                statuses(locale)));
        return View.page("groups", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        List<String> header = Stream.of("code", "name", "kind", "platform", "leader", "rule", "decision", "status")
                .map(column -> messages.text(locale, "group.column." + column))
                .toList();
        return new View.Table(
                "nhom",
                header,
                Page.every(request.pageRequest(), page -> groups.list(request.caller(), query(request), page))
                        .map(group -> row(group, locale)));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        MessagingGroup group = groups.get(caller, request.path("id"));
        List<MemberDifference> differences = groups.differences(caller, group.id());
        Map<String, Object> model = new HashMap<>();
        model.put("group", group);
        model.put("checkCode", GroupCheckCode.printed(group.id()));
        model.put("rights", groups.rights(caller, group.id()));
        model.put("roles", roles(group, caller.locale()));
        model.put("rule", words.rule(group.rule(), caller.locale()));
        model.put("memberCount", groups.members(caller, group.id()).size());
        model.put("missing", count(differences, MemberDifference.Kind.MISSING));
        model.put("surplus", count(differences, MemberDifference.Kind.SURPLUS));
        model.put(
                "directives",
                directives
                        .list(caller, Directives.Query.ofGroup(group.id()), PageRequest.first(SHOWN_DIRECTIVES))
                        .items());
        model.put(
                "decisions",
                recognition
                        .decisions(
                                caller,
                                Recognition.Query.of(group.id()),
                                PageRequest.first(SHOWN_DECISIONS).sorted("effective"))
                        .items());
        model.put(
                "official",
                recognition
                        .officialOn(caller, group.id(), VietnamTime.today(clock))
                        .isPresent());
        model.put("connected", platform.of(group.id()));
        model.put(
                "lines",
                audit.history("group.group", group.id(), PageRequest.first(SHOWN_HISTORY))
                        .items());
        recognition.pending(caller, group.id()).ifPresent(decision -> model.put("pending", decision));
        around.flags().put(caller, group.id(), model);
        around.posting().add(caller, group.id(), model);
        model.put("messageKinds", around.kinds().allowed(caller, group.id()));
        model.put("maySayPurpose", around.kinds().mayAllow(caller, group.id()));
        return View.page("group", model);
    }

    View members(UiRequest request) {
        Caller caller = request.caller();
        MessagingGroup group = groups.get(caller, request.path("id"));
        List<MemberDifference> differences = groups.differences(caller, group.id());
        return View.page(
                "members",
                Map.of(
                        "group",
                        group,
                        "rule",
                        words.rule(group.rule(), caller.locale()),
                        "rights",
                        groups.rights(caller, group.id()),
                        "members",
                        groups.members(caller, group.id()),
                        "missing",
                        of(differences, MemberDifference.Kind.MISSING),
                        "surplus",
                        of(differences, MemberDifference.Kind.SURPLUS)));
    }

    View joined(UiRequest request) {
        Set<String> people = Set.copyOf(request.formAll("id"));
        groups.confirmJoined(request.caller(), request.path("id"), people);
        return View.redirect(
                "/group/groups/" + request.path("id") + "/members", "group.joined-confirmed", people.size());
    }

    View gone(UiRequest request) {
        Set<String> people = Set.copyOf(request.formAll("id"));
        groups.confirmGone(request.caller(), request.path("id"), people);
        return View.redirect("/group/groups/" + request.path("id") + "/members", "group.gone-confirmed", people.size());
    }

    private Groups.Query query(UiRequest request) {
        return new Groups.Query(
                request.query("q"),
                request.query("kind").flatMap(name -> Form.constant(GroupKind.class, name)),
                Optional.empty(),
                request.query("status").filter(EVERY::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(request.query("status")
                                .flatMap(name -> Form.constant(GroupStatus.class, name))
                                .orElse(GroupStatus.ACTIVE)),
                request.query("mine").isPresent());
    }

    /** Active groups unless another state, or every one, is asked for. */
    private List<Map<String, String>> statuses(Locale locale) {
        List<Map<String, String>> chips = new ArrayList<>();
        Form.choices(messages, locale, GroupStatus.class, "group.status.")
                .forEach((value, label) -> chips.add(
                        Map.of("value", value.equals(GroupStatus.ACTIVE.name()) ? "" : value, "label", label)));
        chips.add(Map.of("value", EVERY, "label", messages.text(locale, "core.all")));
        return chips;
    }

    private List<String> row(MessagingGroup group, Locale locale) {
        return List.of(
                group.code(),
                group.name(),
                messages.text(locale, "group.kind." + group.kind()),
                messages.text(locale, "group.platform." + group.platform()),
                words.holders(group, GroupRole.OWNER, locale),
                words.rule(group.rule(), locale),
                group.establishing().number(),
                messages.text(locale, "group.status." + group.status()));
    }

    /** Each role with the post that carries it and who holds it today. */
    private List<Map<String, String>> roles(MessagingGroup group, Locale locale) {
        return group.appointments().stream()
                .map(appointment -> Map.of(
                        "role", appointment.role().name(),
                        "label", messages.text(locale, "group.role." + appointment.role()),
                        "holder", words.holder(appointment, locale)))
                .toList();
    }

    private static long count(List<MemberDifference> differences, MemberDifference.Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }

    private static List<MemberDifference> of(List<MemberDifference> differences, MemberDifference.Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }
}
