package vn.quyche.core.api.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps what bundles must store but nobody should read in the database or in a dump of it: passwords and tokens for other
 * systems. Each text is encrypted and guarded against change with the key of this installation, which lies beside the
 * database and not in it.
 */
@ProviderType
public interface Secrets {

    /** How many characters sealing adds at most to a text of so many bytes in UTF-8: a column holds {@code 64 + 2 × bytes}. */
    int OVERHEAD = 64;

    /**
     * Encrypts a text. The same text gives another result each time.
     *
     * @return ASCII, to be stored
     * @throws vn.quyche.core.api.error.Unavailable {@code security.no-secret-key} when the key cannot be read or made
     */
    String seal(String plain);

    /**
     * The text that was sealed.
     *
     * @throws vn.quyche.core.api.error.Unavailable {@code security.no-secret-key} when the key cannot be read,
     *     {@code security.secret-unreadable} when it was sealed with another key or was changed
     */
    String open(String sealed);
}
