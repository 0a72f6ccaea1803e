package vn.quyche.core.api.security;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;

/**
 * API tokens: a program calls as an account, with some of its permissions, for a time. Own ones take
 * {@code security:tokens-own}, those of others {@code security:tokens}. A token cannot make tokens.
 */
@ProviderType
public interface Tokens {

    /**
     * A token.
     *
     * @param id its id, no secret
     * @param accountId as whom it calls
     * @param accountName the name of the account
     * @param name what it is for
     * @param permissions what it may use of what the account may do
     * @param createdAt when it was made
     * @param expiresOn the last day on which it works
     * @param lastUsedAt when it was last used, to the minute
     * @param revokedAt when it was revoked
     */
    record Token(
            String id,
            String accountId,
            String accountName,
            String name,
            Set<String> permissions,
            Instant createdAt,
            LocalDate expiresOn,
            Optional<Instant> lastUsedAt,
            Optional<Instant> revokedAt) {

        public Token {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * A token to make.
     *
     * @param accountId as whom it calls; empty for the caller's own account
     * @param name what it is for
     * @param permissions a part of what the account may do
     * @param expiresOn the last day, within a year
     */
    record NewToken(Optional<String> accountId, String name, Set<String> permissions, LocalDate expiresOn) {

        public NewToken {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * A token that was made.
     *
     * @param token what is known of it
     * @param secret what the program sends as {@code Authorization: Bearer …}, shown this once
     */
    record Created(Token token, String secret) {}

    /** The caller's own tokens, newest first, revoked and expired ones included. */
    Page<Token> mine(Caller caller, PageRequest page);

    /** The tokens of an account or of all accounts, newest first. */
    Page<Token> list(Caller caller, Optional<String> accountId, PageRequest page);

    /**
     * Makes a token.
     *
     * @param password the caller's password, asked again; not looked at in the shell
     * @throws vn.quyche.core.api.error.Invalid {@code security.wrong-password}, {@code security.token-too-long},
     *     {@code security.token-too-much} for permissions that the account lacks
     */
    Created create(Caller caller, String password, NewToken token);

    /** Revokes a token, an own one or another's; it is refused from this moment. */
    void revoke(Caller caller, String tokenId);
}
