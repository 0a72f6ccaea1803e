package vn.quyche.group.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 over parts of text, each preceded by its length in bytes, so that no two different lists of parts have the same
 * bytes.
 */
final class SealedParts {

    private final MessageDigest digest;

    SealedParts() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void add(String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }

    /** The seal in hexadecimal digits; nothing can be added any more. */
    String seal() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A moment as a part; empty for none. */
    static String millis(Optional<Instant> at) {
        return at.map(moment -> Long.toString(moment.toEpochMilli())).orElse("");
    }
}
