package vn.quyche.messenger.internal.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.messenger.OfficialGroups.OfficialGroup;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.ChatPost;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.internal.link.GroupsLink;
import vn.quyche.messenger.internal.model.MemberOrder;

/** Groups and channels on platforms: the list, one of them, who is in it, what was posted. */
final class ChatPages {

    private static final String BASE = "/messenger/chats/";
    private static final int SHOWN = 10;
    /** So many members at once can be named by hand: each brings the list of the staff. */
    private static final int NAMED_AT_ONCE = 20;

    private final Chats chats;
    private final Connections connections;
    private final GroupsLink groups;
    private final Directory directory;
    private final AuditTrail audit;
    private final Messages messages;
    private final Clock clock;

    ChatPages(
            Chats chats,
            Connections connections,
            GroupsLink groups,
            Directory directory,
            AuditTrail audit,
            Messages messages,
            Clock clock) {
        this.chats = chats;
        this.connections = connections;
        this.groups = groups;
        this.directory = directory;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** A member with the name of the person, or the one whom they may be. */
    public record Row(ChatMember member, String person, String guessId, String guess) {}

    View list(UiRequest request) {
        Page<Chat> page = chats.list(request.caller(), query(request), request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("groups", groupNames(request.caller(), page.items()));
        model.put("connections", connectionNames(request.caller()));
        model.put(
                "tied",
                List.of(
                        chip(request, "", "core.all"),
                        chip(request, "1", "messenger.tied"),
                        chip(request, "0", "messenger.not-tied")));
        return View.page("chats", model);
    }

    View export(UiRequest request) {
        List<Chat> all = Page.every(request.pageRequest(), page -> chats.list(request.caller(), query(request), page))
                .toList();
        Map<String, String> names = groupNames(request.caller(), all);
        Map<String, String> via = connectionNames(request.caller());
        Locale locale = request.caller().locale();
        return new View.Table(
                "nhom-tren-nen-tang",
                List.of(
                        "core.name",
                        "messenger.connection",
                        "messenger.group",
                        "messenger.members",
                        "messenger.synchronised-at",
                        "messenger.announces"),
                all.stream()
                        .map(chat -> List.of(
                                chat.name(),
                                via.getOrDefault(chat.connectionId(), ""),
                                names.getOrDefault(chat.groupId(), ""),
                                Integer.toString(chat.members()),
                                chat.synchronisedAt().map(VietnamTime::moment).orElse(""),
                                messages.text(locale, chat.announces() ? "core.yes" : "core.no"))));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        Chat chat = chats.get(caller, request.path("id"));
        Connection connection = connections.get(caller, chat.connectionId());
        Map<String, Object> model = new HashMap<>();
        model.put("chat", chat);
        model.put("c", connection);
        model.put("group", groups.find(caller, chat.groupId()));
        // whoever runs the platform sees that there is a chat, and nothing of what people do in it
        boolean inside = chat.groupId().isEmpty()
                || !groups.available()
                || groups.find(caller, chat.groupId()).isPresent();
        model.put("inside", inside);
        model.put(
                "lines",
                audit.history("messenger.chat", chat.id(), PageRequest.first(SHOWN))
                        .items());
        return View.page("chat", model);
    }

    View synchronise(UiRequest request) {
        Chat chat = chats.synchronise(request.caller(), request.path("id"));
        return View.redirect(BASE + chat.id(), "messenger.synchronised", chat.members());
    }

    View members(UiRequest request) {
        Caller caller = request.caller();
        Chat chat = chats.get(caller, request.path("id"));
        List<Row> rows = rows(caller, chat);
        Map<String, Object> model = new HashMap<>();
        model.put("chat", chat);
        model.put(
                "guessed", rows.stream().filter(row -> !row.guessId().isEmpty()).toList());
        List<Row> unknown = rows.stream()
                .filter(row -> row.member().personId().isEmpty()
                        && row.guessId().isEmpty()
                        && row.member().state() == ChatMember.State.MEMBER)
                .toList();
        model.put("unknown", unknown.stream().limit(NAMED_AT_ONCE).toList());
        model.put("more", Math.max(0, unknown.size() - NAMED_AT_ONCE));
        model.put(
                "known",
                MemberOrder.of(request.query("sort"))
                        .sorted(
                                rows.stream()
                                        .filter(row -> !row.member().personId().isEmpty())
                                        .toList(),
                                Row::member));
        model.put("differences", chats.differences(caller, chat.id()));
        model.put("staff", staff());
        return View.page("chat-members", model);
    }

    /** Who was chosen for the members that nobody knew. */
    View identify(UiRequest request) {
        Map<String, String> people = new HashMap<>();
        for (ChatMember member : chats.members(request.caller(), request.path("id"))) {
            String person = request.form("person-" + member.userId());
            if (!person.isBlank()) {
                people.put(member.userId(), person);
            }
        }
        return identified(request, people);
    }

    /** The guesses that a person ticked. */
    View confirm(UiRequest request) {
        Map<String, String> guesses = chats.suggestions(request.caller(), request.path("id"));
        Map<String, String> people = new HashMap<>();
        request.formAll("id").stream()
                .filter(guesses::containsKey)
                .forEach(userId -> people.put(userId, guesses.get(userId)));
        return identified(request, people);
    }

    /** Somebody was taken for the wrong person. */
    View unknown(UiRequest request) {
        return identified(request, Map.of(request.form("member"), ""));
    }

    View exportMembers(UiRequest request) {
        Caller caller = request.caller();
        Chat chat = chats.get(caller, request.path("id"));
        return new View.Table(
                "thanh-vien",
                List.of("messenger.shown-name", "core.person", "core.state", "messenger.admin", "messenger.changed"),
                MemberOrder.of(request.query("sort")).sorted(rows(caller, chat), Row::member).stream()
                        .map(row -> List.of(
                                row.member().name(),
                                row.person(),
                                messages.text(
                                        caller.locale(),
                                        "messenger.member." + row.member().state()),
                                messages.text(caller.locale(), row.member().admin() ? "core.yes" : "core.no"),
                                VietnamTime.moment(row.member().changedAt()))));
    }

    View posts(UiRequest request) {
        Chat chat = chats.get(request.caller(), request.path("id"));
        return View.page(
                "chat-posts",
                Map.of("chat", chat, "page", chats.posts(request.caller(), chat.id(), request.pageRequest())));
    }

    View exportPosts(UiRequest request) {
        Caller caller = request.caller();
        String id = request.path("id");
        Stream<ChatPost> posts = Page.every(request.pageRequest(), page -> chats.posts(caller, id, page));
        return new View.Table(
                "tin-trong-nhom",
                List.of(
                        "core.time",
                        "messenger.sender",
                        "messenger.post-kind",
                        "messenger.text",
                        "messenger.sha256",
                        "messenger.flagged"),
                posts.map(post -> List.of(
                        VietnamTime.moment(post.at()),
                        post.senderName().isEmpty() ? post.senderId() : post.senderName(),
                        post.kind(),
                        post.text(),
                        post.sha256(),
                        post.flagged())));
    }

    private View identified(UiRequest request, Map<String, String> people) {
        String path = BASE + request.path("id") + "/members";
        if (people.isEmpty()) {
            return View.redirect(path, "messenger.nobody-chosen");
        }
        chats.identify(request.caller(), request.path("id"), people);
        return View.redirect(path, "messenger.identified", people.size());
    }

    private List<Row> rows(Caller caller, Chat chat) {
        List<ChatMember> members = chats.members(caller, chat.id());
        Map<String, String> guesses = chats.suggestions(caller, chat.id());
        Map<String, String> names =
                directory.names(Stream.concat(members.stream().map(ChatMember::personId), guesses.values().stream())
                        .toList());
        return members.stream()
                .map(member -> {
                    String guess = guesses.getOrDefault(member.userId(), "");
                    return new Row(
                            member, names.getOrDefault(member.personId(), ""), guess, names.getOrDefault(guess, ""));
                })
                .toList();
    }

    private Map<String, String> staff() {
        Map<String, String> staff = new LinkedHashMap<>();
        directory.staff(VietnamTime.today(clock)).forEach(person -> staff.put(person.id(), person.fullName()));
        return staff;
    }

    private Map<String, String> chip(UiRequest request, String value, String key) {
        return Map.of("value", value, "label", messages.text(request.caller().locale(), key));
    }

    private Map<String, String> groupNames(Caller caller, List<Chat> shown) {
        Map<String, String> names = new HashMap<>();
        for (Chat chat : shown) {
            if (!chat.groupId().isEmpty()) {
                names.computeIfAbsent(
                        chat.groupId(),
                        id -> groups.find(caller, id).map(OfficialGroup::name).orElse(""));
            }
        }
        return names;
    }

    private Map<String, String> connectionNames(Caller caller) {
        Map<String, String> names = new HashMap<>();
        Page.every(page -> connections.list(caller, Connections.Query.all(), page))
                .forEach(connection -> names.put(connection.id(), connection.name()));
        return names;
    }

    private static Chats.Query query(UiRequest request) {
        return new Chats.Query(
                request.query("q"),
                request.query("connection"),
                request.query("tied").flatMap(text -> switch (text) {
                    case "1" -> Optional.of(true);
                    case "0" -> Optional.of(false);
                    default -> Optional.<Boolean>empty();
                }));
    }
}
