package vn.quyche.core.api.security;

import java.util.Locale;
import java.util.Optional;

/**
 * Who calls a service, and how the call came in. The first argument of every service method.
 *
 * @param accountId the account, or {@code system} for the platform itself
 * @param personId the person in the directory to whom the account belongs; empty for technical accounts
 * @param name the name to show in audit lines
 * @param door the way in
 * @param address the network address of the client, empty for the platform
 * @param correlationId ties audit, log and answer of one call together
 * @param locale the language to answer in, {@code vi} or {@code en}
 * @param credential what restricts the call further: the id of an API token (its scopes apply), empty for sessions
 */
public record Caller(
        String accountId,
        Optional<String> personId,
        String name,
        Door door,
        String address,
        String correlationId,
        Locale locale,
        Optional<String> credential) {

    private static final String SYSTEM = "system";

    /** The platform acting by itself, for example a job; allowed everything. */
    public static Caller system(String correlationId) {
        return new Caller(
                SYSTEM,
                Optional.empty(),
                SYSTEM,
                Door.SYSTEM,
                "",
                correlationId,
                Locale.forLanguageTag("vi"),
                Optional.empty());
    }

    /** Somebody who has not said who they are; allowed nothing that takes a permission. */
    public static Caller visitor(Door door, String address, String correlationId, Locale locale) {
        return new Caller(
                "visitor", Optional.empty(), "visitor", door, address, correlationId, locale, Optional.empty());
    }

    /** Whether the platform itself calls. */
    public boolean isSystem() {
        return door == Door.SYSTEM && SYSTEM.equals(accountId);
    }
}
