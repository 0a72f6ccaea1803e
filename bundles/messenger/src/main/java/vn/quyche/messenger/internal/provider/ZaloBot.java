package vn.quyche.messenger.internal.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.messenger.internal.service.MessengerSettings;

/** Zalo Bot Platform: posts into groups, and what mentions the bot. The token is part of the address. */
@Component(service = ZaloBot.class)
public final class ZaloBot {

    private final HttpCalls http;
    private final String api;

    @Activate
    public ZaloBot(@Reference HttpCalls http, @Reference MessengerSettings settings) {
        this.http = http;
        this.api = settings.zaloBot();
    }

    /** The name of the bot. */
    public String name(String token) {
        JsonNode me = call(token, "getMe", Map.of());
        return me.path("account_name")
                .asText(me.path("display_name").asText(me.path("id").asText("")));
    }

    /** Tells where to send events, and by which secret they are known. */
    public void setWebhook(String token, String url, String secret) {
        call(token, "setWebhook", Map.of("url", url, "secret_token", secret));
    }

    /** Tells to send events nowhere any more. */
    public void deleteWebhook(String token) {
        call(token, "deleteWebhook", Map.of());
    }

    /** What came since the last time; for servers that the platform cannot reach. */
    public List<JsonNode> updates(String token) {
        JsonNode result = call(token, "getUpdates", Map.of("timeout", "1"));
        List<JsonNode> updates = new ArrayList<>();
        if (result.isArray()) {
            result.forEach(updates::add);
        } else if (result.isObject() && !result.isEmpty()) {
            updates.add(result);
        }
        return updates;
    }

    /** Posts a text; gives the id of the message. */
    public String post(String token, String chatId, String text) {
        return call(token, "sendMessage", Map.of("chat_id", chatId, "text", text))
                .path("message_id")
                .asText("");
    }

    private JsonNode call(String token, String method, Map<String, String> body) {
        JsonNode answer = http.post(api + "/bot" + token + "/" + method, body, Map.of());
        if (answer.path("ok").asBoolean(false)) {
            return answer.path("result");
        }
        int error = answer.path("error_code").asInt(0);
        String detail = error + " " + answer.path("description").asText("");
        if (error == 401 || error == 404) {
            throw new ProviderFailure(ProviderFailure.Kind.TOKEN, "messenger.token-refused", detail);
        }
        if (error == 408 && method.equals("getUpdates")) {
            // nothing came within the time
            return answer.path("result");
        }
        if (error == 429) {
            throw HttpCalls.limited(Optional.of(answer.path("retry_after").asText("")));
        }
        if (error >= 500) {
            throw new ProviderFailure(ProviderFailure.Kind.UNCERTAIN, "messenger.platform-error", detail);
        }
        throw new ProviderFailure(ProviderFailure.Kind.REFUSED, "messenger.refused", detail);
    }
}
