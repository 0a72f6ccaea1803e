package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.security.internal.model.Argon2;
import vn.quyche.core.security.internal.model.Backoff;
import vn.quyche.core.security.internal.model.PasswordPolicy;
import vn.quyche.core.security.internal.model.Secrets;
import vn.quyche.core.security.internal.model.UserNames;
import vn.quyche.core.security.internal.store.AccountStore;

/**
 * Checks passwords, and locks out who guesses. What is answered, and how long it takes, is the same whether the account
 * exists or not.
 */
@Component(service = PasswordCheck.class)
public final class PasswordCheck {

    private static final int STRIPES = 64;
    private static final int TRIES = 3;
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final AccountStore accounts;
    private final Argon2 argon2;
    private final Tx tx;
    private final Clock clock;
    private final RightPasswords rightPasswords = new RightPasswords();
    /** One guess at a time for a user name: many at once would all be made before the first failure is counted. */
    private final List<Lock> stripes =
            Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

    @Activate
    public PasswordCheck(
            @Reference AccountStore accounts,
            @Reference SecuritySettings settings,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.accounts = accounts;
        this.argon2 = settings.argon2();
        this.tx = tx;
        this.clock = clock;
    }

    /** The key under which failures with a user name are counted. */
    static String failureKey(String userName) {
        return Secrets.hash("user:" + UserNames.key(userName));
    }

    /**
     * The account, when the password is right and the account open; empty when not. Call it outside of a transaction, so
     * that a failure stays counted.
     *
     * @throws Unauthenticated {@code security.locked} while user name or address are locked
     */
    Optional<AccountStore.Row> check(String userName, String password, String address) {
        String userKey = failureKey(userName);
        Lock stripe = stripes.get(Math.floorMod(userKey.hashCode(), STRIPES));
        stripe.lock();
        try {
            refuseLocked(userKey, address);
            Optional<AccountStore.Row> account = accounts.findByUserName(userName);
            boolean right = account.map(row ->
                            rightPasswords.knows(row, normal(password), clock.instant()) || matches(row, password))
                    .orElseGet(() -> argon2.matchesNobody(normal(password)));
            Optional<AccountStore.Row> open = account.filter(row -> right && !row.closed());
            if (open.isPresent()) {
                accounts.forgetFailures(userKey);
                renew(open.get(), password);
                rightPasswords.add(open.get(), normal(password), clock.instant());
            } else {
                count(userKey, Backoff.USER_NAME);
                if (!address.isEmpty()) {
                    count(addressKey(address), Backoff.ADDRESS);
                }
            }
            return open;
        } finally {
            stripe.unlock();
        }
    }

    /** Whether the password is that of the account; counts nothing. */
    boolean matches(AccountStore.Row account, String password) {
        return argon2.matches(account.passwordHash(), normal(password));
    }

    /** Whether the password has this hash. */
    boolean matches(String hash, String password) {
        return argon2.matches(hash, normal(password));
    }

    /** The hash to store. */
    String hash(String password) {
        return argon2.hash(normal(password));
    }

    private static String normal(String password) {
        String normal = PasswordPolicy.normal(password);
        return normal.substring(0, Math.min(normal.length(), 2 * PasswordPolicy.LONGEST));
    }

    private void refuseLocked(String userKey, String address) {
        List<String> keys = new ArrayList<>(List.of(userKey));
        if (!address.isEmpty()) {
            keys.add(addressKey(address));
        }
        accounts.locked(keys, clock.instant()).values().stream()
                .max(Instant::compareTo)
                .ifPresent(until -> {
                    throw new Unauthenticated(
                            "security.locked",
                            VietnamTime.at(until.plusSeconds(59)).format(HOUR_MINUTE));
                });
    }

    private static String addressKey(String address) {
        return Secrets.hash("address:" + address);
    }

    /** Two first failures under one key at the same time: the second is counted again. */
    private void count(String key, Backoff backoff) {
        for (int i = 1; ; i++) {
            try {
                tx.separate(() -> {
                    accounts.failed(key, backoff, clock.instant());
                    return null;
                });
                return;
            } catch (RuntimeException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void renew(AccountStore.Row account, String password) {
        if (argon2.outdated(account.passwordHash())) {
            accounts.rehash(account.id(), account.passwordHash(), hash(password));
        }
    }
}
