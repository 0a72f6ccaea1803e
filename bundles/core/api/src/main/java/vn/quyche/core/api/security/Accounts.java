package vn.quyche.core.api.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;

/**
 * The accounts: who may sign in. Reading takes {@code security:read}, changing {@code security:accounts}; what belongs to
 * the caller's own account takes nothing but being signed in.
 */
@ProviderType
public interface Accounts {

    /** Whether an account may be used. */
    enum State {
        ACTIVE,
        CLOSED
    }

    /**
     * An account as lists and pages show it.
     *
     * @param id its id
     * @param userName the name to sign in with, unique without regard to case and diacritics
     * @param name the name shown; of the person when the account belongs to one
     * @param personId the person in the directory; empty for technical accounts
     * @param state whether it may be used
     * @param mustChangePassword whether nothing but changing the password is allowed yet
     * @param lockedUntil when sign-in is possible again after too many failures; empty when it is not locked
     * @param lastSignIn when it was last used to sign in
     * @param createdAt when it was made
     * @param roles the roles that it holds today, codes
     * @param version for {@code If-Match}
     */
    record Account(
            String id,
            String userName,
            String name,
            Optional<String> personId,
            State state,
            boolean mustChangePassword,
            Optional<Instant> lockedUntil,
            Optional<Instant> lastSignIn,
            Instant createdAt,
            Set<String> roles,
            long version) {

        public Account {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of the user name or name, without regard to case and diacritics
     * @param state whether it may be used
     * @param role the code of a role held today
     */
    record Filter(Optional<String> text, Optional<State> state, Optional<String> role) {

        /** Everything. */
        public static Filter none() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * An account to make.
     *
     * @param userName the name to sign in with: 3 to 64 letters, digits, dots, dashes, underscores, {@code @}
     * @param name the name shown
     * @param personId the person, or empty for a technical account
     * @param roles roles granted for the whole school from today; more precise ones through {@link Roles#grant}
     */
    record NewAccount(String userName, String name, Optional<String> personId, Set<String> roles) {

        public NewAccount {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * An account that was made, or whose password was set anew.
     *
     * @param account the account
     * @param initialPassword the password to hand over, shown this once; empty when the same request came a second time
     */
    record Created(Account account, Optional<String> initialPassword) {}

    /** The accounts, by the Vietnamese order of names. */
    Page<Account> list(Caller caller, Filter filter, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code security.account-not-found} */
    Account get(Caller caller, String accountId);

    /** The account with a user name. */
    Optional<Account> findByUserName(Caller caller, String userName);

    /** The account of a person. */
    Optional<Account> findByPerson(Caller caller, String personId);

    /** The caller's own account. */
    Account mine(Caller caller);

    /**
     * Makes an account with a random initial password that must be changed at the first sign-in.
     *
     * @param key idempotency key, blank for none
     * @throws vn.quyche.core.api.error.Conflict {@code security.user-name-taken}, {@code security.person-has-account}
     */
    Created create(Caller caller, String key, NewAccount account);

    /**
     * Makes many accounts, all or none; for the import of a staff list. A person who has an account keeps it and is left
     * out of the answer; a user name that is taken gets a number behind it.
     */
    List<Created> createAll(Caller caller, List<NewAccount> accounts);

    /** Sets a new initial password, ends the account's sessions and tokens, and lifts a lock. */
    Created resetPassword(Caller caller, String accountId);

    /** Lifts a lock after too many failures. */
    void unlock(Caller caller, String accountId);

    /**
     * Changes user name and shown name.
     *
     * @param version the version that was read
     * @throws vn.quyche.core.api.error.Conflict {@code core.changed-meanwhile}
     */
    Account rename(Caller caller, String accountId, long version, String userName, String name);

    /**
     * Closes an account: it is refused from this moment, its sessions and tokens end.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code security.last-admin}, {@code security.own-account}
     */
    void close(Caller caller, String accountId, String reason);

    /** Opens a closed account again; its roles are as they were. */
    void reopen(Caller caller, String accountId, String reason);

    /**
     * Changes the caller's own password; other sessions of the account end.
     *
     * @param currentPassword what it is now, also when it is the initial one
     * @param sessionKey the session that stays open; empty at other doors
     * @throws vn.quyche.core.api.error.Invalid {@code security.wrong-password} at {@code currentPassword}, or what the
     *     password policy finds at {@code newPassword}
     */
    void changePassword(Caller caller, String currentPassword, String newPassword, Optional<String> sessionKey);
}
