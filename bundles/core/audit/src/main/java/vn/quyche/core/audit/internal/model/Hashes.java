package vn.quyche.core.audit.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The two hashes of a line, hex SHA-256. Whoever holds an export can compute them with any tool.
 *
 * <p>Content hash: over the fields in their order, each as its length in UTF-8 bytes, a colon, its bytes. Chain hash: over
 * the chain hash of the line before and the content hash, both as hex text.
 */
public final class Hashes {

    /** What the first line follows. */
    public static final String GENESIS = "0".repeat(64);

    private Hashes() {}

    static String ofFields(String... fields) {
        MessageDigest digest = sha256();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The chain hash of a line that follows {@code prevHash}. */
    public static String chain(String prevHash, String contentHash) {
        return HexFormat.of().formatHex(sha256().digest((prevHash + contentHash).getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of a text. */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
