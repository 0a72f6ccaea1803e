package vn.quyche.core.web.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that proves that a request of a session comes from our own page.
 *
 * <p>Derived from the secret of the session, hence the same on every node, and gone with the session. A page that another
 * site made cannot know it, because it cannot read the cookie.
 */
public final class Csrf {

    /** The header in which scripts send the token. */
    public static final String HEADER = "X-CSRF-Token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "quyche csrf v1".getBytes(StandardCharsets.US_ASCII);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Csrf() {}

    /** The token of a session. */
    public static String token(String sessionKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(sessionKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** The token under a fresh mask, for pages: what is compressed beside it tells nothing of it. */
    public static String masked(String sessionKey) {
        byte[] token = Base64.getUrlDecoder().decode(token(sessionKey));
        byte[] masked = new byte[token.length * 2];
        byte[] mask = new byte[token.length];
        RANDOM.nextBytes(mask);
        for (int i = 0; i < token.length; i++) {
            masked[i] = mask[i];
            masked[token.length + i] = (byte) (mask[i] ^ token[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(masked);
    }

    /** Whether a token, which may be missing and may be masked, belongs to the session. */
    public static boolean matches(String sessionKey, String token) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(token == null ? "" : token);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        byte[] right = Base64.getUrlDecoder().decode(token(sessionKey));
        if (given.length == right.length * 2) {
            byte[] bare = new byte[right.length];
            for (int i = 0; i < bare.length; i++) {
                bare[i] = (byte) (given[i] ^ given[right.length + i]);
            }
            given = bare;
        }
        return MessageDigest.isEqual(right, given);
    }
}
