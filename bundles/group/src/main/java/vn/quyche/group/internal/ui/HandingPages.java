package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.GroupOperation;
import vn.quyche.group.api.members.HandedOperation;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.group.api.members.MessageKinds;

/** What leaders settle about their group: what they hand to members, and what the group is for. */
final class HandingPages {

    private final GroupDelegations delegations;
    private final MessageKinds kinds;
    private final Groups groups;
    private final Messages messages;
    private final Clock clock;

    HandingPages(GroupDelegations delegations, MessageKinds kinds, Groups groups, Messages messages, Clock clock) {
        this.delegations = delegations;
        this.kinds = kinds;
        this.groups = groups;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", delegations.list(request.caller(), query(request), request.pageRequest()));
        request.query("group").ifPresent(id -> {
            model.put("group", groups.get(request.caller(), id));
            model.put("mayHand", delegations.mayHand(request.caller(), id));
        });
        return View.page("handed", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "giao-viec-trong-nhom",
                List.of(
                        "group.column.group",
                        "group.handed.operation",
                        "group.handed.from-person",
                        "group.handed.to-person",
                        "core.from",
                        "core.to",
                        "core.reason",
                        "core.state"),
                Page.every(request.pageRequest(), page -> delegations.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.groupName(),
                                messages.text(locale, "group.operation." + one.operation()),
                                one.fromName(),
                                one.toName(),
                                VietnamTime.day(one.from()),
                                VietnamTime.day(one.to()),
                                one.reason(),
                                messages.text(locale, "group.handed-state." + one.state()))));
    }

    View compose(UiRequest request) {
        Caller caller = request.caller();
        MessagingGroup group = groups.get(caller, request.path("id"));
        return View.page(
                "hand",
                Map.of(
                        "group",
                        group,
                        "allowed",
                        delegations.mayHand(caller, group.id()),
                        "operations",
                        Form.choices(messages, caller.locale(), GroupOperation.class, "group.operation."),
                        "today",
                        VietnamTime.today(clock)));
    }

    View hand(UiRequest request) {
        String group = request.path("id");
        delegations.hand(
                request.caller(),
                group,
                new GroupDelegations.NewHanding(
                        Form.constant(GroupOperation.class, request.form("operation"))
                                .orElse(null),
                        request.form("toPersonId"),
                        Form.day(request, "from").orElse(null),
                        Form.day(request, "to").orElse(null),
                        request.form("reason")),
                request.form("key"));
        return View.redirect("/group/handed?group=" + group, "group.handed");
    }

    View endForm(UiRequest request) {
        return View.page("handed-end", Map.of("id", request.path("id")));
    }

    View end(UiRequest request) {
        HandedOperation ended = delegations.end(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect("/group/handed?group=" + ended.groupId(), "group.handing-ended-done");
    }

    View purposes(UiRequest request) {
        Caller caller = request.caller();
        MessagingGroup group = groups.get(caller, request.path("id"));
        return View.page(
                "purposes",
                Map.of(
                        "group",
                        group,
                        "allowed",
                        kinds.mayAllow(caller, group.id()),
                        "kinds",
                        Form.choices(messages, caller.locale(), MessageKind.class, "group.message-kind."),
                        "chosen",
                        kinds.allowed(caller, group.id()).stream()
                                .sorted()
                                .map(MessageKind::name)
                                .toList()));
    }

    View allow(UiRequest request) {
        java.util.Set<MessageKind> chosen = java.util.EnumSet.noneOf(MessageKind.class);
        request.formAll("kinds")
                .forEach(name -> Form.constant(MessageKind.class, name).ifPresent(chosen::add));
        kinds.allow(request.caller(), request.path("id"), chosen);
        return View.redirect("/group/groups/" + request.path("id"), "group.purposes-said");
    }

    private static GroupDelegations.Query query(UiRequest request) {
        return new GroupDelegations.Query(
                request.query("group"),
                request.query("running").filter("1"::equals).isPresent());
    }
}
