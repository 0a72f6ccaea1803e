package vn.quyche.core.security.internal.rest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.security.Tokens.NewToken;

/**
 * A token to make.
 *
 * @param password the caller's password, asked again
 * @param accountId as whom it calls; missing for the own account
 */
public record TokenBody(String password, String accountId, String name, Set<String> permissions, LocalDate expiresOn) {

    NewToken toNew() {
        return new NewToken(
                Optional.ofNullable(accountId), name, permissions == null ? Set.of() : permissions, expiresOn);
    }

    @Override
    public String toString() {
        return "TokenBody " + name;
    }
}
