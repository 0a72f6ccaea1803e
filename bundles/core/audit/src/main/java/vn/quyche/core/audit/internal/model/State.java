package vn.quyche.core.audit.internal.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.Json;

/** The state of a thing before or after a change, as JSON that fits the line and holds no secrets. */
public final class State {

    /** Acts must not hand secrets over; where one does, its value stays out. A secretary is no secret. */
    private static final List<String> SECRET = List.of("password", "passphrase", "privatekey", "sessionkey");

    private static final List<String> SECRET_AT_THE_END = List.of("token", "pin", "otp");

    private static final int START_LENGTH = 4000;

    private State() {}

    /** JSON of the state, empty for null; of a state that is too long its length, hash and beginning. */
    public static String json(Object state) {
        if (state == null) {
            return "";
        }
        String json = Json.of(state, State::secret);
        if (json.length() <= Line.LONGEST_STATE) {
            return json;
        }
        Map<String, Object> digest = new LinkedHashMap<>();
        digest.put("length", json.length());
        digest.put("sha256", Hashes.of(json));
        digest.put("start", json.substring(0, START_LENGTH));
        return Json.of(digest);
    }

    /** Asked for every name of every act, so plain comparisons: a pattern took ten times as long. */
    static boolean secret(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        for (String word : SECRET) {
            if (plain.contains(word)) {
                return true;
            }
        }
        for (String word : SECRET_AT_THE_END) {
            if (plain.endsWith(word)) {
                return true;
            }
        }
        return holdsSecret(plain);
    }

    private static boolean holdsSecret(String plain) {
        int at = plain.indexOf("secret");
        while (at >= 0 && plain.startsWith("ar", at + "secret".length())) {
            at = plain.indexOf("secret", at + 1);
        }
        return at >= 0;
    }
}
