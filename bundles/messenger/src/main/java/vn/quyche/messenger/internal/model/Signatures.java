package vn.quyche.messenger.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How platforms sign what they send. Everything is compared in constant time. */
public final class Signatures {

    private Signatures() {}

    /**
     * Zalo Official Account: {@code mac=} and the plain SHA-256 over application, body, timestamp and the secret key of the
     * account.
     *
     * @param header the header {@code X-ZEvent-Signature}
     * @param timestamp as it stands in the body or header
     */
    public static boolean zalo(String header, String appId, byte[] body, String timestamp, String secretKey) {
        MessageDigest sha = sha256();
        sha.update(appId.getBytes(StandardCharsets.UTF_8));
        sha.update(body);
        sha.update(timestamp.getBytes(StandardCharsets.UTF_8));
        sha.update(secretKey.getBytes(StandardCharsets.UTF_8));
        String given = header.strip();
        return same(hex(sha.digest()), given.startsWith("mac=") ? given.substring("mac=".length()) : given);
    }

    /** Viber: the HMAC-SHA256 of the body under the token. */
    public static boolean viber(String header, byte[] body, String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return same(hex(mac.doFinal(body)), header.strip());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether two texts are the same, without telling by time where they differ; the case of hex digits does not matter. */
    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                given.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of bytes, in hex. */
    public static String sha256(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** The SHA-256 of a text, in hex. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
