package vn.quyche.messenger.internal.ui;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.internal.link.GroupsLink;

/** The forms that add a chat, make a group, tie it and post into it. */
final class ChatFormPages {

    private static final String BASE = "/messenger/chats/";

    private final Chats chats;
    private final Connections connections;
    private final GroupsLink groups;

    ChatFormPages(Chats chats, Connections connections, GroupsLink groups) {
        this.chats = chats;
        this.connections = connections;
        this.groups = groups;
    }

    View addForm(UiRequest request) {
        return View.page(
                "chat-add",
                Map.of(
                        "connections",
                        connections(request, Optional.empty()),
                        "chosen",
                        request.query("connection").orElse("")));
    }

    View add(UiRequest request) {
        String id = chats.add(
                request.caller(), request.form("connectionId"), request.form("externalId"), request.form("name"));
        return View.redirect(BASE + id + "/tie", "messenger.chat-added", request.form("name"));
    }

    View makeForm(UiRequest request) {
        return View.page(
                "chat-make",
                Map.of(
                        "connections",
                        connections(request, Optional.of(ConnectionKind.ZALO_OA)),
                        "chosen",
                        request.query("connection").orElse("")));
    }

    View make(UiRequest request) {
        List<String> members = Arrays.stream(request.form("memberIds").split("[\\s,;]+"))
                .filter(id -> !id.isEmpty())
                .toList();
        String id = chats.create(
                request.caller(),
                request.form("connectionId"),
                new Chats.NewChat(request.form("name"), request.form("description"), request.form("assetId"), members));
        return View.redirect(BASE + id + "/tie", "messenger.chat-made", request.form("name"));
    }

    View tieForm(UiRequest request) {
        Chat chat = chats.get(request.caller(), request.path("id"));
        Map<String, String> open = new LinkedHashMap<>();
        groups.find(request.caller(), chat.groupId()).ifPresent(group -> open.put(group.id(), group.name()));
        groups.open(request.caller()).forEach(group -> open.put(group.id(), group.name()));
        return View.page("chat-tie", Map.of("chat", chat, "groups", open, "register", groups.available()));
    }

    View tie(UiRequest request) {
        Chat chat = chats.tie(
                request.caller(),
                request.path("id"),
                Form.version(request),
                request.form("groupId"),
                request.form("announces").equals("true"));
        return View.redirect(BASE + chat.id(), "core.saved");
    }

    View postForm(UiRequest request) {
        Chat chat = chats.get(request.caller(), request.path("id"));
        Connection connection = connections.get(request.caller(), chat.connectionId());
        Map<String, Object> model = new HashMap<>();
        model.put("chat", chat);
        model.put("longest", connection.kind().longest());
        return View.page("chat-post", model);
    }

    View post(UiRequest request) {
        chats.post(request.caller(), request.path("id"), request.form("text"), request.form("key"));
        return View.redirect(BASE + request.path("id"), "messenger.post-asked");
    }

    private Map<String, String> connections(UiRequest request, Optional<ConnectionKind> kind) {
        Map<String, String> names = new LinkedHashMap<>();
        Connections.Query query = new Connections.Query(Optional.empty(), kind, Optional.of(true));
        Page.every(page -> connections.list(request.caller(), query, page))
                .forEach(connection -> names.put(connection.id(), connection.name()));
        return names;
    }
}
