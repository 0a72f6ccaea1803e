package vn.quyche.core.security.shell;

import java.security.Principal;
import java.util.Optional;

/**
 * The account of a subject that signed in with the realm {@code quyche}.
 *
 * @param accountId the account
 * @param personId the person, empty for technical accounts
 * @param name the name shown in audit lines
 */
public record AccountPrincipal(String accountId, Optional<String> personId, String name) implements Principal {

    @Override
    public String getName() {
        return name;
    }
}
