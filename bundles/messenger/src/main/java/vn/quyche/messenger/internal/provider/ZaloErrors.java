package vn.quyche.messenger.internal.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What Zalo's answers mean: the status of HTTP is 200 for errors as well, the field {@code error} tells. */
final class ZaloErrors {

    private static final Set<Integer> TOKEN = Set.of(-216, -124);
    private static final int RATE = -32;
    /** Those for which we have words. */
    private static final Set<Integer> KNOWN =
            Set.of(-230, -233, -210, -201, -204, -205, -211, -213, -224, -237, -238, -240);

    private ZaloErrors() {}

    /** The answer when it is good. */
    static JsonNode checked(JsonNode answer) {
        int error = answer.path("error").asInt(0);
        if (error == 0) {
            return answer;
        }
        String detail = error + " " + answer.path("message").asText("");
        if (TOKEN.contains(error)) {
            throw new ProviderFailure(ProviderFailure.Kind.TOKEN, "messenger.token-refused", detail);
        }
        if (error == RATE) {
            throw HttpCalls.limited(Optional.empty());
        }
        throw new ProviderFailure(
                ProviderFailure.Kind.REFUSED,
                KNOWN.contains(error) ? "messenger.zalo." + -error : "messenger.refused",
                detail);
    }
}
