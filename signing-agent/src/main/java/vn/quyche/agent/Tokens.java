package vn.quyche.agent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Words that nobody guesses, and what is kept of them. */
final class Tokens {

    private static final int BYTES = 32;
    private static final int CODES = 1_000_000;

    private Tokens() {}

    /** A secret of 256 bits. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Six digits that two screens show, so that a person can compare them. */
    static String code() {
        return String.format("%06d", new SecureRandom().nextInt(CODES));
    }

    /** What is kept of a secret, and told of a certificate: SHA-256, hexadecimal. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean is(String token, String hash) {
        return MessageDigest.isEqual(
                hash(token.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }
}
