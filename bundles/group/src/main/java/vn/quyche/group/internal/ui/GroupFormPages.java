package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.Recognition;

/** The forms that register, change and dissolve a group. */
final class GroupFormPages {

    private final Groups groups;
    private final Recognition recognition;
    private final Directory directory;
    private final Messages messages;
    private final Clock clock;

    GroupFormPages(Groups groups, Recognition recognition, Directory directory, Messages messages, Clock clock) {
        this.groups = groups;
        this.recognition = recognition;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    View compose(UiRequest request) {
        return compose(request, false);
    }

    View composeProposal(UiRequest request) {
        return compose(request, true);
    }

    private View compose(UiRequest request, boolean proposal) {
        Map<String, Object> model = choices(request.caller().locale());
        model.put("proposal", proposal);
        model.put(
                "alike",
                Form.text(request, "name")
                        .map(name -> recognition.lookAlikes(request.caller(), name, ""))
                        .orElseGet(List::of));
        for (GroupRole role : GroupRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            model.put(name + "Posts", List.of());
            model.put(name + "People", List.of());
        }
        return View.page("group-form", model);
    }

    View register(UiRequest request) {
        NewGroup group = read(request);
        String id = groups.register(request.caller(), group, request.form("lookAlikeReason"), request.form("key"));
        return View.redirect("/group/groups/" + id + "/members", "group.registered", group.name());
    }

    View propose(UiRequest request) {
        NewGroup group = read(request);
        String id = recognition.propose(request.caller(), group, request.form("reason"), request.form("key"));
        return View.redirect("/group/groups/" + id, "group.proposed", group.name());
    }

    View edit(UiRequest request) {
        MessagingGroup group = groups.get(request.caller(), request.path("id"));
        Map<String, Object> model = choices(request.caller().locale());
        model.put("group", group);
        model.put("proposal", group.status() == GroupStatus.PROPOSED);
        for (GroupRole role : GroupRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            model.put(name + "Posts", posts(group, role));
            model.put(name + "People", people(group, role));
        }
        return View.page("group-form", model);
    }

    View change(UiRequest request) {
        NewGroup group = read(request);
        groups.change(request.caller(), request.path("id"), Form.version(request), group);
        return View.redirect("/group/groups/" + request.path("id"), "group.changed", group.name());
    }

    View dissolveForm(UiRequest request) {
        return View.page("group-dissolve", Map.of("group", groups.get(request.caller(), request.path("id"))));
    }

    View dissolve(UiRequest request) {
        MessagingGroup group = groups.dissolve(
                request.caller(),
                request.path("id"),
                Form.version(request),
                decision(request, "decision"),
                request.form("reason"));
        return View.redirect("/group/groups/" + group.id(), "group.dissolved-done", group.name());
    }

    private Map<String, Object> choices(Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put("kinds", Form.choices(messages, locale, GroupKind.class, "group.kind."));
        model.put("platforms", Form.choices(messages, locale, Platform.class, "group.platform."));
        model.put("posts", Form.choices(messages, locale, Post.class, "post."));
        LocalDate today = VietnamTime.today(clock);
        Map<String, String> units = new LinkedHashMap<>();
        directory.units(today).forEach(unit -> units.put(unit.id(), unit.name()));
        model.put("units", units);
        Map<String, String> campuses = new LinkedHashMap<>();
        directory.campuses(today).forEach(campus -> campuses.put(campus.id(), campus.name()));
        model.put("campuses", campuses);
        model.put("today", today);
        return model;
    }

    private NewGroup read(UiRequest request) {
        MemberRule rule = new MemberRule(
                request.form("allStaff").equals("true"),
                request.formAll("rulePosts").stream()
                        .flatMap(name -> Form.constant(Post.class, name).stream())
                        .collect(Collectors.toSet()),
                Set.copyOf(request.formAll("units")),
                Set.copyOf(request.formAll("campuses")));
        List<Appointment> appointments = new ArrayList<>();
        for (GroupRole role : GroupRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            request.formAll(name + "Posts").stream()
                    .flatMap(post -> Form.constant(Post.class, post).stream())
                    .forEach(post -> appointments.add(Appointment.post(role, post)));
            Form.texts(request, name + "People").forEach(person -> appointments.add(Appointment.person(role, person)));
        }
        return new NewGroup(
                request.form("name"),
                Form.constant(GroupKind.class, request.form("kind")).orElse(null),
                Form.constant(Platform.class, request.form("platform")).orElse(null),
                request.form("purpose"),
                rule,
                appointments,
                decision(request, "establishing"),
                request.form("link"),
                Form.day(request, "endsOn"));
    }

    static Decision decision(UiRequest request, String field) {
        return new Decision(
                request.form(field + ".number"),
                Form.day(request, field + ".date").orElse(null),
                request.form(field + ".signer"));
    }

    private static List<String> posts(MessagingGroup group, GroupRole role) {
        return group.appointments().stream()
                .filter(appointment -> appointment.role() == role)
                .flatMap(appointment -> appointment.post().stream())
                .map(Post::name)
                .toList();
    }

    private static List<String> people(MessagingGroup group, GroupRole role) {
        return group.appointments().stream()
                .filter(appointment -> appointment.role() == role)
                .flatMap(appointment -> appointment.personId().stream())
                .toList();
    }
}
