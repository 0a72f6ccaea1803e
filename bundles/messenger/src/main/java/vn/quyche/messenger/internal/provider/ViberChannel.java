package vn.quyche.messenger.internal.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.messenger.internal.service.MessengerSettings;

/** The Post API of Viber channels: announcements in one direction. Errors come with HTTP 200, in {@code status}. */
@Component(service = ViberChannel.class)
public final class ViberChannel {

    private static final int BAD_TOKEN = 2;
    private static final int NO_WEBHOOK = 10;
    private static final int TOO_MANY = 12;

    private final HttpCalls http;
    private final String api;

    @Activate
    public ViberChannel(@Reference HttpCalls http, @Reference MessengerSettings settings) {
        this.http = http;
        this.api = settings.viber();
    }

    /** The name of the channel. */
    public String name(String token) {
        return call(token, "get_account_info", Map.of("auth_token", token))
                .path("name")
                .asText("");
    }

    /** Tells where to send events; the platform takes no posts before. */
    public void setWebhook(String token, String url) {
        call(
                token,
                "set_webhook",
                Map.of("auth_token", token, "url", url, "event_types", List.of("delivered", "failed")));
    }

    /** Tells to send events nowhere any more: an empty address takes the webhook away. */
    public void deleteWebhook(String token) {
        call(token, "set_webhook", Map.of("auth_token", token, "url", ""));
    }

    /**
     * Posts a text.
     *
     * @param from the id of the super admin
     * @return the id of the message
     */
    public String post(String token, String from, String text) {
        return call(token, "post", Map.of("auth_token", token, "from", from, "type", "text", "text", text))
                .path("message_token")
                .asText("");
    }

    private JsonNode call(String token, String method, Map<String, Object> body) {
        JsonNode answer = http.post(api + "/pa/" + method, body, Map.of("X-Viber-Auth-Token", token));
        int status = answer.path("status").asInt(0);
        String detail = status + " " + answer.path("status_message").asText("");
        return switch (status) {
            case 0 -> answer;
            case BAD_TOKEN -> throw new ProviderFailure(ProviderFailure.Kind.TOKEN, "messenger.token-refused", detail);
            case TOO_MANY -> throw HttpCalls.limited(Optional.empty());
            case NO_WEBHOOK ->
                throw new ProviderFailure(ProviderFailure.Kind.REFUSED, "messenger.viber.no-webhook", detail);
            default -> throw new ProviderFailure(ProviderFailure.Kind.REFUSED, "messenger.refused", detail);
        };
    }
}
