package vn.quyche.signing.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Remote signing services whose keys the school may use, and which of their keys belong to tokens of the register. All of it takes
 * {@code signing:change-keys}. Clauses MT.11.1 and MT.11.2.
 */
@ProviderType
public interface RemoteServices {

    /**
     * A service that the configuration names.
     *
     * @param address where it is
     * @param entered whether there is a way in
     * @param version of its API, 0 when there is no way in yet
     * @param user the account there
     */
    record Service(String name, String address, boolean entered, int version, String user) {}

    /**
     * Which services.
     *
     * @param text in the name, the address or the account
     * @param entered only those with a way in, or without one
     */
    record Query(Optional<String> text, Optional<Boolean> entered) {}

    /**
     * A way in; the secret is wiped.
     *
     * @param version 1 (name and password) or 2 (client and secret)
     */
    record NewAccess(String name, int version, String user, char[] secret) {}

    /**
     * A key of a service.
     *
     * @param enabled whether it signs now
     * @param otp whether it takes a one-time password beside the PIN
     * @param confirmed whether its user confirms each signature in an app, in place of a PIN
     * @param tokenId the token of the register with its certificate; empty when there is none, and it signs nothing then
     */
    record Credential(
            String id,
            String subject,
            String fingerprint,
            boolean enabled,
            boolean otp,
            boolean confirmed,
            String tokenId,
            String serial) {}

    /** The services that the configuration names, by {@code name}, {@code address} or {@code user}. */
    Page<Service> list(Caller caller, Query query, PageRequest page);

    /**
     * One service.
     *
     * @throws vn.quyche.core.api.error.NotFound when the configuration does not name it
     */
    Service get(Caller caller, String name);

    /**
     * Stores a way in once it was tried.
     *
     * @throws vn.quyche.core.api.error.Invalid {@code signing.remote-denied} when the service does not take it
     * @throws vn.quyche.core.api.error.Unavailable when the service does not answer
     */
    Service enter(Caller caller, NewAccess access);

    /** Forgets a way in. */
    void remove(Caller caller, String name, String reason);

    /** The keys of a service. */
    List<Credential> credentials(Caller caller, String name);

    /**
     * Says that the key of a token is one of a service.
     *
     * @throws vn.quyche.core.api.error.Refused {@code token.not-registered} (MT.11.1) when no token has its certificate, {@code
     *     signing.no-confirming} when its user confirms in an app and the service speaks version 1, which knows no waiting
     */
    SigningKey addKey(Caller caller, String name, String credentialId);
}
