package vn.quyche.messenger.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.screening.Verdict;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.ChatPost;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.internal.model.Signatures;
import vn.quyche.messenger.internal.store.JpaChatStore;

/**
 * What follows from an event. Events may come twice and in any order: members are as the newest event tells, posts stand once.
 *
 * <p>Of what people write to each other only kind, time, writer and a hash are kept; the words only when they are addressed to
 * the school's bot, and never when screening refuses them.
 */
@Component(service = EventWork.class)
public final class EventWork {

    private static final int LONGEST_TEXT = 2000;

    private final JpaChatStore chats;
    private final Screening screening;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public EventWork(
            @Reference JpaChatStore chats, @Reference Screening screening, @Reference Ids ids, @Reference Clock clock) {
        this.chats = chats;
        this.screening = screening;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Works on an event, in the running transaction.
     *
     * @return whether anything followed from it
     */
    public boolean apply(Connection connection, HookEvent event, JsonNode body) {
        return switch (connection.kind()) {
            case ZALO_OA -> account(connection, event, body);
            case ZALO_BOT -> mention(connection, event, bot(body).path("message"));
            case VIBER_CHANNEL -> false;
        };
    }

    /** The event inside of what a bot is told, with or without its envelope. */
    static JsonNode bot(JsonNode body) {
        return body.has("result") ? body.path("result") : body;
    }

    private boolean account(Connection connection, HookEvent event, JsonNode body) {
        if (event.name().equals("user_withdraw")) {
            return withdraw(connection, body);
        }
        String groupId = first(body, "group_id")
                .orElseGet(() -> body.path("recipient").path("group_id").asText(""));
        if (groupId.isEmpty()) {
            return false;
        }
        return switch (event.name()) {
            case "create_group" -> {
                chat(connection, groupId, body.path("group_name").asText(""));
                yield true;
            }
            case "user_join_group", "accept_request_join_group" ->
                members(connection, groupId, event, body, ChatMember.State.MEMBER);
            case "user_request_join_group" -> members(connection, groupId, event, body, ChatMember.State.PENDING);
            case "reject_request_join_group", "user_out_group" ->
                members(connection, groupId, event, body, ChatMember.State.LEFT);
            case "add_group_admin" -> admins(connection, groupId, event, body, true);
            case "remove_group_admin" -> admins(connection, groupId, event, body, false);
            case "update_group_info" -> {
                Chat chat = chat(connection, groupId, "");
                chats.syncNext(chat.id(), Optional.empty(), clock.instant(), chat.syncError());
                yield true;
            }
            case "delete_group" -> {
                chats.gone(chat(connection, groupId, "").id());
                yield true;
            }
            default -> posted(connection, groupId, event, body);
        };
    }

    private boolean members(
            Connection connection, String groupId, HookEvent event, JsonNode body, ChatMember.State state) {
        Chat chat = chat(connection, groupId, "");
        boolean news = false;
        for (JsonNode user : users(body)) {
            String id = userId(user);
            if (id.isEmpty()) {
                continue;
            }
            boolean admin = chats.member(chat.id(), id).map(ChatMember::admin).orElse(false);
            news |= chats.note(
                    chat.id(),
                    new ChatMember(
                            id, name(user), admin && state == ChatMember.State.MEMBER, state, "", event.happenedAt()));
        }
        return news;
    }

    private boolean admins(Connection connection, String groupId, HookEvent event, JsonNode body, boolean admin) {
        Chat chat = chat(connection, groupId, "");
        boolean news = false;
        for (JsonNode user : users(body)) {
            String id = userId(user);
            Optional<ChatMember> known = chats.member(chat.id(), id);
            ChatMember.State state = known.map(ChatMember::state).orElse(ChatMember.State.MEMBER);
            if (!id.isEmpty() && state == ChatMember.State.MEMBER) {
                news |= chats.note(chat.id(), new ChatMember(id, name(user), admin, state, "", event.happenedAt()));
            }
        }
        return news;
    }

    private boolean posted(Connection connection, String groupId, HookEvent event, JsonNode body) {
        boolean own = event.name().startsWith("oa_send_group_");
        if (!own && !event.name().startsWith("user_send_group_")) {
            return false;
        }
        String kind = event.name().substring(event.name().lastIndexOf("group_") + "group_".length());
        JsonNode message = body.path("message");
        JsonNode sender = body.path("sender");
        return keep(
                chat(connection, groupId, ""),
                first(message, "msg_id", "message_id").orElse(event.id()),
                new Written(
                        userId(sender),
                        name(sender),
                        kind,
                        own,
                        message.path("text").asText(""),
                        own),
                event.happenedAt());
    }

    private boolean mention(Connection connection, HookEvent event, JsonNode message) {
        JsonNode chat = message.path("chat");
        String chatId = chat.path("id").asText("");
        if (chatId.isEmpty()
                || "PRIVATE".equalsIgnoreCase(chat.path("chat_type").asText(""))) {
            return false;
        }
        JsonNode sender = message.path("from");
        String kind = event.name().replaceFirst("^message\\.", "").replaceFirst("\\.received$", "");
        return keep(
                chat(connection, chatId, first(chat, "title", "name").orElse("")),
                first(message, "message_id").orElse(event.id()),
                new Written(
                        userId(sender),
                        name(sender),
                        kind,
                        sender.path("is_bot").asBoolean(false),
                        message.path("text").asText(""),
                        true),
                event.happenedAt());
    }

    /** @param addressed whether it is addressed to the school's account, or its own: then the words are kept */
    private record Written(
            String senderId, String senderName, String kind, boolean own, String text, boolean addressed) {}

    private boolean keep(Chat chat, String messageId, Written written, Instant at) {
        String text = VietnameseText.nfc(written.text());
        Optional<Verdict.Finding> refused =
                text.isBlank() ? Optional.empty() : screening.text("text", text).refusal();
        boolean words = written.addressed() && refused.isEmpty();
        return chats.keep(
                chat.id(),
                new ChatPost(
                        ids.next(),
                        messageId,
                        written.senderId(),
                        written.senderName(),
                        written.kind().length() <= 30
                                ? written.kind()
                                : written.kind().substring(0, 30),
                        written.own(),
                        words ? (text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT)) : "",
                        text.isEmpty() ? "" : Signatures.sha256(text),
                        refused.map(Verdict.Finding::clause).orElse(""),
                        at));
    }

    /** Somebody asks the platform that their data go: they go here, too. */
    private boolean withdraw(Connection connection, JsonNode body) {
        boolean news = false;
        for (JsonNode user : users(body)) {
            String id = userId(user);
            news |= !id.isEmpty() && chats.erase(connection.id(), id) > 0;
        }
        return news;
    }

    private Chat chat(Connection connection, String externalId, String name) {
        return chats.find(connection.id(), externalId)
                .orElseGet(() -> chats.insert(
                        ids.next(),
                        connection.id(),
                        externalId,
                        name.isBlank() ? externalId : name,
                        connection.kind() == ConnectionKind.ZALO_OA,
                        clock.instant()));
    }

    private static List<JsonNode> users(JsonNode body) {
        List<JsonNode> users = new ArrayList<>();
        body.path("users").forEach(users::add);
        if (users.isEmpty()) {
            for (String name : new String[] {"user", "sender", "follower"}) {
                if (body.path(name).isObject()) {
                    users.add(body.path(name));
                }
            }
            first(body, "user_id").ifPresent(id -> users.add(body));
        }
        return users;
    }

    private static String userId(JsonNode user) {
        return cut(first(user, "id", "user_id").orElse(""), 100);
    }

    private static String name(JsonNode user) {
        return cut(VietnameseText.line(first(user, "name", "display_name").orElse("")), 200);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Optional<String> first(JsonNode node, String... names) {
        for (String name : names) {
            String text = node.path(name).asText("");
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
