package vn.quyche.core.security.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.quyche.core.security.internal.store.AccountStore;

/**
 * Passwords that were found right a short while ago, so that a program which sends its password with each request does not
 * cost a hash of 19 MiB each time. Wrong ones cost what they always cost.
 *
 * <p>Kept are neither passwords nor hashes of them alone, but codes over account, stored hash and password under a key that
 * only this process knows: a changed password is no longer found, and nothing is left when the process ends.
 */
final class RightPasswords {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 2000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final ConcurrentMap<String, Instant> until = new ConcurrentHashMap<>();
    private final SecretKeySpec key;

    RightPasswords() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Whether the password was found to be that of the account not long ago. */
    boolean knows(AccountStore.Row account, String password, Instant now) {
        Instant end = until.get(code(account, password));
        return end != null && now.isBefore(end);
    }

    /** The password was found to be that of the account. */
    void add(AccountStore.Row account, String password, Instant now) {
        if (until.size() >= MOST) {
            until.values().removeIf(end -> !now.isBefore(end));
        }
        if (until.size() < MOST) {
            until.put(code(account, password), now.plus(KEPT));
        }
    }

    private String code(AccountStore.Row account, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((account.id() + '\n' + account.passwordHash() + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
