package vn.quyche.signing.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * Signs with keys of remote services whose user confirms each signature in an app on the phone. The order is sent, and what came
 * of it is asked for later, by whoever looks or by the server itself while it runs; what was sent is in tables, so that the server
 * may restart meanwhile. Clauses MT.11.1 to MT.11.6 and TA.10.1.
 */
@ProviderType
public interface RemoteConfirmations {

    /** How long a confirmation is waited for; where a signature has several parts, each of them. */
    Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * A signature that waits for its confirmation, or what became of it.
     *
     * @param preparation the signature as it was prepared, with its state
     * @param until how long the confirmation is waited for; empty when it is over
     */
    record Confirmation(PreparedSignature preparation, Optional<Instant> until) {}

    /**
     * Prepares a signature and sends it to the app. Takes {@code signing:hold} and {@code document:sign}. A service that does not
     * answer now is asked again by {@link #collect}.
     *
     * @throws vn.quyche.core.api.error.Refused {@code signing.not-in-app} when the key of the token is not confirmed in an app,
     *     else as {@link OutsideSigning#prepare}
     * @throws vn.quyche.core.api.error.Unavailable {@code signing.confirm-not-sent} when the service does not take the order;
     *     nothing waits then
     */
    Confirmation ask(Caller caller, OutsideSigning.NewPreparation preparation);

    /**
     * Asks the service once about a signature of the caller's, and makes it when it was confirmed, or sends its next part. What
     * was declined or not confirmed in time is over: the state of what is given says so. While another asks, or when it was over
     * before, it is given as it stands.
     *
     * @throws vn.quyche.core.api.error.Unavailable {@code signing.remote-away} when the service does not answer; it waits on
     * @throws vn.quyche.core.api.error.Refused as {@link OutsideSigning#finish}; it is over then
     * @throws vn.quyche.core.api.error.NotFound {@code signing.preparation-not-found} when it is not the caller's, or was not sent
     */
    Confirmation collect(Caller caller, String preparationId);

    /** The ids of the caller's own that wait for their app. */
    Set<String> waiting(Caller caller);

    /** A signature of the caller's as it stands; while one looks, the server asks the service. @throws
     *     vn.quyche.core.api.error.NotFound as {@link #collect} */
    Confirmation get(Caller caller, String preparationId);
}
