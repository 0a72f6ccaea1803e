package vn.quyche.core.api.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps secrets of other systems (tokens, passwords) so that who reads the database or a backup cannot use them.
 *
 * <p>Sealed with AES-256-GCM under a key of the installation that lies beside the data and goes into no backup: after a
 * restore on another machine the secrets have to be entered again, unless the key was brought along. What is sealed is
 * tied to its purpose, and cannot be put in the place of another.
 */
@ProviderType
public interface Vault {

    /**
     * Seals a secret.
     *
     * @param purpose what it is for, for example {@code district.school:01J…}; opening takes the same
     * @param secret the secret, up to 4000 characters
     * @return plain ASCII, at most 6000 characters; never the same twice
     */
    String seal(String purpose, String secret);

    /**
     * Opens what was sealed.
     *
     * @throws vn.quyche.core.api.error.Unavailable {@code security.secret-unreadable} when it was sealed under another key
     *     or for another purpose, or was changed
     */
    String open(String purpose, String sealed);
}
