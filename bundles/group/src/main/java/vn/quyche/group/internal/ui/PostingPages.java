package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRights;
import vn.quyche.group.api.members.PostingSuspension;

/** Who may post in a group, and from whom that was withdrawn. */
final class PostingPages {

    private final PostingRights posting;
    private final Groups groups;
    private final Messages messages;
    private final Clock clock;

    PostingPages(PostingRights posting, Groups groups, Messages messages, Clock clock) {
        this.posting = posting;
        this.groups = groups;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the page of a group shows. */
    void add(Caller caller, String groupId, Map<String, Object> model) {
        model.put("posting", posting.of(caller, groupId, VietnamTime.today(clock)));
    }

    View show(UiRequest request) {
        Caller caller = request.caller();
        MessagingGroup group = groups.get(caller, request.path("id"));
        LocalDate today = VietnamTime.today(clock);
        Map<String, Object> model = new HashMap<>();
        model.put("group", group);
        model.put("posting", posting.of(caller, group.id(), today));
        model.put("allowed", posting.maySay(caller, group.id()));
        model.put("policies", Form.choices(messages, caller.locale(), PostingPolicy.class, "group.posting."));
        model.put("page", posting.history(caller, group.id(), request.pageRequest()));
        model.put("today", today);
        return View.page("posting", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "quyen-dang",
                header(locale, "core.from", "group.posting-who", "core.reason", "group.posting-by", "core.time"),
                Page.every(request.pageRequest(), page -> posting.history(request.caller(), request.path("id"), page))
                        .map(rule -> List.of(
                                VietnamTime.day(rule.from()),
                                messages.text(locale, "group.posting." + rule.policy()),
                                rule.reason(),
                                rule.byName(),
                                VietnamTime.moment(rule.givenAt()))));
    }

    View say(UiRequest request) {
        String group = request.path("id");
        posting.say(
                request.caller(),
                group,
                Form.constant(PostingPolicy.class, request.form("policy")).orElse(null),
                Form.day(request, "from").orElse(null),
                request.form("reason"),
                request.form("key"));
        return View.redirect("/group/groups/" + group + "/posting", "group.posting-said");
    }

    View suspensions(UiRequest request) {
        MessagingGroup group = groups.get(request.caller(), request.path("id"));
        return View.page(
                "suspensions",
                Map.of(
                        "group",
                        group,
                        "page",
                        posting.suspensions(request.caller(), group.id(), running(request), request.pageRequest()),
                        "today",
                        VietnamTime.today(clock)));
    }

    View exportSuspensions(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "rut-quyen-dang",
                header(
                        locale,
                        "group.column.person",
                        "core.from",
                        "core.to",
                        "core.state",
                        "group.suspension-returned-by",
                        "core.reason"),
                Page.every(
                                request.pageRequest(),
                                page -> posting.suspensions(
                                        request.caller(), request.path("id"), running(request), page))
                        .map(one -> List.of(
                                one.personName(),
                                VietnamTime.day(one.from()),
                                VietnamTime.day(one.to()),
                                messages.text(locale, "group.suspension-state." + state(one)),
                                one.returnedBy(),
                                one.returnReason())));
    }

    View returnForm(UiRequest request) {
        return View.page("suspension-return", Map.of("group", groups.get(request.caller(), request.path("id"))));
    }

    View giveBack(UiRequest request) {
        PostingSuspension back = posting.giveBack(request.caller(), request.path("suspension"), request.form("reason"));
        return View.redirect(
                "/group/groups/" + back.groupId() + "/suspensions", "group.suspension-returned", back.personName());
    }

    private String state(PostingSuspension one) {
        if (one.returnedAt().isPresent()) {
            return "RETURNED";
        }
        return one.holds(VietnamTime.today(clock)) ? "RUNNING" : "OVER";
    }

    private List<String> header(Locale locale, String... keys) {
        return Stream.of(keys).map(key -> messages.text(locale, key)).toList();
    }

    private static boolean running(UiRequest request) {
        return request.query("running").filter("1"::equals).isPresent();
    }
}
