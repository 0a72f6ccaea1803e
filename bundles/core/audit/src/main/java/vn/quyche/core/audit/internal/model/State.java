package vn.quyche.core.audit.internal.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import vn.quyche.core.api.Json;

/** The state of a thing before or after a change, as JSON that fits the line and holds no secrets. */
public final class State {

    /** Acts must not hand secrets over; where one does, its value stays out. A secretary is no secret. */
    private static final Pattern SECRET = Pattern.compile(
            ".*(password|passphrase|secret(?!ar)|privatekey|sessionkey).*|.*(token|pin|otp)", Pattern.CASE_INSENSITIVE);

    private static final int START_LENGTH = 4000;

    private State() {}

    /** JSON of the state, empty for null; of a state that is too long its length, hash and beginning. */
    public static String json(Object state) {
        if (state == null) {
            return "";
        }
        String json = Json.of(state, name -> SECRET.matcher(name).matches());
        if (json.length() <= Line.LONGEST_STATE) {
            return json;
        }
        Map<String, Object> digest = new LinkedHashMap<>();
        digest.put("length", json.length());
        digest.put("sha256", Hashes.of(json));
        digest.put("start", json.substring(0, START_LENGTH));
        return Json.of(digest);
    }
}
