package vn.quyche.signing.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Which keys the server reaches. Nothing here gives a key out. Clause MT.11.2. */
@ProviderType
public interface SigningKeys {

    /** The largest key file, in bytes. */
    int MAX_FILE = 12 * 1024;

    /**
     * A key to add; fields as in {@link SigningKey}.
     *
     * @param scheme blank for what the key can do at least
     * @param file an encrypted PKCS#12 file; empty for devices
     * @param password its password, to see that it holds the key of the token; wiped, never stored
     */
    record NewKey(
            String serial,
            SigningKey.Kind kind,
            String library,
            int slotIndex,
            String scheme,
            byte[] file,
            char[] password) {}

    /**
     * Which keys.
     *
     * @param text in the serial, the provider or the name on the certificate of the token
     * @param kind in what they are
     */
    record Query(Optional<String> text, Optional<SigningKey.Kind> kind) {}

    /**
     * What the caller may do with keys.
     *
     * @param change add and remove
     * @param allow allow one more PIN
     */
    record Rights(boolean change, boolean allow) {}

    /** What the caller may do with keys. */
    Rights rights(Caller caller);

    /**
     * The keys, by {@code serial}, {@code added} or {@code pins} (how many were wrong); takes {@code signing:change-keys} or
     * {@code signing:tokens}.
     */
    Page<SigningKey> list(Caller caller, Query query, PageRequest page);

    /** The key of a token that the caller sees, if the server reaches it. */
    Optional<SigningKey> find(Caller caller, String tokenId);

    /** The names of the libraries that the configuration allows; takes {@code signing:change-keys}. */
    List<String> libraries(Caller caller);

    /**
     * Adds the key of a token, in place of the one before; takes {@code signing:change-keys}.
     *
     * @throws vn.quyche.core.api.error.Refused {@code signing.no-software-seal} (MT.11.1): the school's seal is in a device
     *     unless the configuration allows a file
     */
    SigningKey add(Caller caller, NewKey key);

    /** Removes the key of a token from the server; takes {@code signing:change-keys} and a reason. */
    void remove(Caller caller, String tokenId, String reason);

    /** Allows one more PIN after wrong ones; takes {@code signing:keep-tokens} and a reason. */
    SigningKey allowTry(Caller caller, String tokenId, String reason);
}
