package vn.quyche.core.security.internal.rest;

import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.security.Accounts.NewAccount;

/** An account to make; what is missing is empty. */
public record AccountBody(String userName, String name, String personId, Set<String> roles) {

    NewAccount toNew() {
        return new NewAccount(userName, name, Optional.ofNullable(personId), roles == null ? Set.of() : roles);
    }
}
