package vn.quyche.core.web.internal.ui;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A message that is shown once on the next page; signed, so that nobody can put words into our mouth. */
final class Flash {

    private static final int MAX = 1000;

    private Flash() {}

    static String seal(String secret, String text) {
        String body = encode((text.length() > MAX ? text.substring(0, MAX) : text).getBytes(StandardCharsets.UTF_8));
        return body + "." + encode(sign(secret, body));
    }

    static Optional<String> open(String secret, String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String body = sealed.substring(0, dot);
        try {
            byte[] proof = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            return MessageDigest.isEqual(proof, sign(secret, body))
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("quyche flash:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
