package vn.quyche.core.security.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, stored in the usual form {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}, so that the cost can be raised later: a
 * password that was hashed with a lower one is hashed anew when it is next used.
 */
public final class Argon2 {

    private static final Pattern ENCODED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{1,100})\\$([A-Za-z0-9+/]{1,100})");

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final int memoryKib;
    private final int passes;

    /** What stands for the hash of accounts that do not exist: its cost is today's, and no password gives it. */
    private final String nobody;

    /**
     * @param memoryKib memory in KiB
     * @param passes how often it is gone through
     */
    public Argon2(int memoryKib, int passes) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.nobody = encoded(bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /** Hashes a password. */
    public String hash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        return encoded(salt, compute(password, salt, memoryKib, passes, 1));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String encoded(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    /** Whether the password is the one that was hashed; takes the same time either way. */
    public boolean matches(String encoded, String password) {
        Matcher parts = ENCODED.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a password hash of ours");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = compute(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
        return MessageDigest.isEqual(expected, actual);
    }

    /** Takes the time of {@link #matches} and says no: so that nobody learns from the time which accounts exist. */
    public boolean matchesNobody(String password) {
        matches(nobody, password);
        return false;
    }

    /** Whether the hash was made with another cost than today's. */
    public boolean outdated(String encoded) {
        return !encoded.startsWith("$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=1$");
    }

    private static byte[] compute(String password, byte[] salt, int memoryKib, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
