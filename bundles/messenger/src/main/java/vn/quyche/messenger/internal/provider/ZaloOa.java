package vn.quyche.messenger.internal.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.MemberChange;
import vn.quyche.messenger.internal.service.MessengerSettings;

/** Zalo Official Account: tokens, GMF groups, their members and messages. */
@Component(service = ZaloOa.class)
public final class ZaloOa {

    private static final int PAGE = 50;
    /** The largest group holds 1000 people. */
    private static final int MOST_PAGES = 60;

    private final HttpCalls http;
    private final String api;
    private final String oauth;

    @Activate
    public ZaloOa(@Reference HttpCalls http, @Reference MessengerSettings settings) {
        this.http = http;
        this.api = settings.zaloApi();
        this.oauth = settings.zaloOauth();
    }

    /** A pair of tokens; the refresh token works once. */
    public record Tokens(String access, String refresh, Duration lasts) {

        @Override
        public String toString() {
            return "Tokens[***]";
        }
    }

    /** A group as the platform tells of it. */
    public record Group(String id, String name, String link, boolean enabled, int members, Optional<Instant> endsAt) {}

    /** Somebody in a group; whether they administrate it, when the platform says so. */
    public record Member(String id, String name, Optional<Boolean> admin) {}

    /** Changes a refresh token into a new pair; the old one is used up. */
    public Tokens refresh(String appId, String appSecret, String refreshToken) {
        return tokens(appSecret, Map.of("grant_type", "refresh_token", "app_id", appId, "refresh_token", refreshToken));
    }

    /** Changes a code into a pair of tokens. */
    public Tokens exchange(String appId, String appSecret, String code, String verifier) {
        return tokens(
                appSecret,
                Map.of("grant_type", "authorization_code", "app_id", appId, "code", code, "code_verifier", verifier));
    }

    private Tokens tokens(String appSecret, Map<String, String> form) {
        JsonNode answer = http.postForm(oauth + "/v4/oa/access_token", form, Map.of("secret_key", appSecret));
        String access = answer.path("access_token").asText("");
        String refresh = answer.path("refresh_token").asText("");
        if (access.isEmpty() || refresh.isEmpty()) {
            int error = answer.path("error").asInt(0);
            if (error == 0) {
                // neither tokens nor an error: nobody knows what became of the old one
                throw new ProviderFailure(ProviderFailure.Kind.UNCERTAIN, "messenger.strange-answer", "");
            }
            if (error == -32) {
                throw HttpCalls.limited(Optional.empty());
            }
            throw new ProviderFailure(
                    ProviderFailure.Kind.REFUSED,
                    "messenger.authorisation-refused",
                    error + " "
                            + answer.path("error_name")
                                    .asText(answer.path("message").asText("")));
        }
        return new Tokens(
                access,
                refresh,
                Duration.ofSeconds(Math.max(60, answer.path("expires_in").asLong(90_000))));
    }

    /** The name of the account. */
    public String name(String token) {
        return get(token, "/v2.0/oa/getoa", Map.of()).path("data").path("name").asText("");
    }

    /** All groups of the account. */
    public List<Group> groups(String token) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : pages(token, "/v3.0/oa/group/getgroupsofoa", Map.of(), "groups")) {
            groups.add(group(group));
        }
        return groups;
    }

    /** One group. */
    public Group group(String token, String groupId) {
        JsonNode data = get(token, "/v3.0/oa/group/getgroup", Map.of("group_id", groupId))
                .path("data");
        return group(data.has("group_info") ? data.path("group_info") : data);
    }

    /** Everybody in a group. */
    public List<Member> members(String token, String groupId) {
        List<Member> members = new ArrayList<>();
        for (JsonNode member : pages(token, "/v3.0/oa/group/listmember", Map.of("group_id", groupId), "members")) {
            members.add(new Member(text(member, "user_id", "id"), text(member, "name", "display_name"), admin(member)));
        }
        return members;
    }

    private static Optional<Boolean> admin(JsonNode member) {
        if (member.has("is_admin")) {
            return Optional.of(member.path("is_admin").asBoolean(false));
        }
        return member.has("role")
                ? Optional.of("admin".equalsIgnoreCase(member.path("role").asText("")))
                : Optional.empty();
    }

    /** Changes who is in a group, or who administrates it. */
    public void change(String token, String groupId, MemberChange change, List<String> userIds) {
        String call = switch (change) {
            case INVITE -> "invite";
            case ACCEPT -> "acceptpendinginvite";
            case REJECT -> "rejectpendinginvite";
            case REMOVE -> "removemembers";
            case ADD_ADMIN -> "addadmins";
            case REMOVE_ADMIN -> "removeadmins";
        };
        post(token, "/v3.0/oa/group/" + call, Map.of("group_id", groupId, "member_user_ids", userIds));
    }

    /** Makes a group. */
    public Group create(String token, Chats.NewChat chat) {
        JsonNode data = post(
                        token,
                        "/v3.0/oa/group/creategroupwithoa",
                        Map.of(
                                "group_name",
                                chat.name(),
                                "group_description",
                                chat.description(),
                                "asset_id",
                                chat.assetId(),
                                "member_user_ids",
                                chat.memberIds()))
                .path("data");
        return new Group(
                required(data, "group_id"),
                chat.name(),
                data.path("group_link").asText(""),
                true,
                chat.memberIds().size(),
                Optional.empty());
    }

    /** Posts a text into a group; gives the id of the message. */
    public String post(String token, String groupId, String text) {
        return post(
                        token,
                        "/v3.0/oa/group/message",
                        Map.of("recipient", Map.of("group_id", groupId), "message", Map.of("text", text)))
                .path("data")
                .path("message_id")
                .asText("");
    }

    private List<JsonNode> pages(String token, String path, Map<String, String> query, String list) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Map<String, String> asked = new java.util.LinkedHashMap<>(query);
            asked.put("offset", Integer.toString(page * PAGE));
            asked.put("count", Integer.toString(PAGE));
            JsonNode data = get(token, path, asked).path("data");
            JsonNode rows = data.isArray() ? data : data.path(list);
            rows.forEach(all::add);
            if (rows.size() < PAGE) {
                break;
            }
        }
        return all;
    }

    private static Group group(JsonNode group) {
        return new Group(
                required(group, "group_id"),
                text(group, "name", "group_name"),
                group.path("group_link").asText(""),
                !"disabled".equals(group.path("status").asText("")),
                group.path("total_member").asInt(0),
                millis(group.path("auto_delete_date")));
    }

    /** Milliseconds, as a number or as digits; anything else is none. */
    private static Optional<Instant> millis(JsonNode node) {
        long value = node.asLong(0);
        return value > 1_000_000_000_000L ? Optional.of(Instant.ofEpochMilli(value)) : Optional.empty();
    }

    private static String text(JsonNode node, String name, String otherwise) {
        return node.path(name).asText(node.path(otherwise).asText(""));
    }

    private static String required(JsonNode node, String name) {
        String value = node.path(name).asText("");
        if (value.isEmpty()) {
            throw new ProviderFailure(ProviderFailure.Kind.UNCERTAIN, "messenger.strange-answer", name);
        }
        return value;
    }

    private JsonNode get(String token, String path, Map<String, String> query) {
        return ZaloErrors.checked(http.get(api + path, query, Map.of("access_token", token)));
    }

    private JsonNode post(String token, String path, Object body) {
        return ZaloErrors.checked(http.post(api + path, body, Map.of("access_token", token)));
    }
}
