package vn.quyche.core.notice.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret part of the address of a calendar feed, {@code <name>-<secret>}: the name finds the feed, the secret opens it.
 *
 * @param name 26 characters
 * @param secret 160 random bits, hex
 */
public record FeedKey(String name, String secret) {

    private static final int SECRET_BYTES = 20;
    private static final Pattern TEXT = Pattern.compile("([0-9A-Z]{26})-([0-9a-f]{40})");

    /** A new key. */
    public static FeedKey random(String name, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new FeedKey(name, HexFormat.of().formatHex(secret));
    }

    /** The key that a text holds; empty when it holds none. */
    public static Optional<FeedKey> parse(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches() ? Optional.of(new FeedKey(found.group(1), found.group(2))) : Optional.empty();
    }

    /** Whether the secrets are the same; takes as long whether they are or not. */
    public boolean opens(FeedKey other) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.US_ASCII), other.secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** The key as it stands in the address. */
    public String text() {
        return name + "-" + secret;
    }

    @Override
    public String toString() {
        return "FeedKey[" + name + "]";
    }
}
