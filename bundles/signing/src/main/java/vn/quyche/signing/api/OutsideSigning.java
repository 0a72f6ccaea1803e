package vn.quyche.signing.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.token.SignatureKind;

/**
 * Signs with keys that the server does not reach, in two steps: {@link #prepare} asks the guard, freezes what is signed and
 * gives the data for the key; {@link #finish} takes the value, checks it and stores the signed file. Between them the server may
 * restart. Nothing is stored half: a preparation ends signed, or with its use written down as failed. Clauses MT.11.1 to MT.11.6
 * and TA.10.1.
 */
@ProviderType
public interface OutsideSigning {

    /** The longest value of a signature, in bytes. */
    int MAX_VALUE = 1_024;

    /**
     * What to prepare.
     *
     * @param what the document, or a file of another register for which the calling domain answers
     * @param tokenId the token
     * @param kind whose signature it is to be; another than that of the token is refused
     * @param level {@code T} asks for a time stamp when the value comes
     * @param scheme how the key signs; blank for what every key of its sort can do
     */
    record NewPreparation(
            SigningPort.What what, String tokenId, SignatureKind kind, SignatureLevel level, String scheme) {}

    /**
     * Prepares a signature. Takes {@code signing:hold}, and {@code document:sign} for documents. The file of another register is
     * kept until the signature is made, a day at most.
     *
     * @throws vn.quyche.core.api.error.Refused as {@link SigningPort#sign} for the token, the scope, the document and its file
     */
    PreparedSignature prepare(Caller caller, NewPreparation preparation);

    /**
     * Takes the value for a part that is not the last, and gives the data of the next: what shows at several places (number and
     * day, the seal) is a signature for each, one over the other. Nothing is stored as signed before the last.
     *
     * @param value what the key made of the data
     * @throws vn.quyche.core.api.error.Refused as {@link #finish}
     * @throws vn.quyche.core.api.error.Conflict {@code signing.preparation-ended} when it was over before, {@code
     *     signing.last-part} when the value of the last part is waited for, {@code signing.other-part} when another value came at
     *     the same time
     */
    PreparedSignature next(Caller caller, String preparationId, byte[] value);

    /**
     * Takes the value for a preparation of the caller's and makes the signature.
     *
     * @param value what the key made of the data
     * @throws vn.quyche.core.api.error.Refused {@code signing.wrong-value} when the key of the certificate did not sign this
     *     data, {@code signing.preparation-expired}, {@code signing.preparation-outdated} when certificate or document are not
     *     those of the preparation any more; it is over then and its use has failed
     * @throws vn.quyche.core.api.error.Conflict {@code signing.preparation-ended} when it was over before, {@code
     *     signing.not-last-part} when values of other parts are waited for
     */
    MadeSignature finish(Caller caller, String preparationId, byte[] value);

    /** Gives a preparation of the caller's up. @throws vn.quyche.core.api.error.Conflict {@code signing.preparation-ended} */
    PreparedSignature cancel(Caller caller, String preparationId);

    /** Preparations, newest first: all with {@code signing:tokens}, otherwise the caller's own. */
    Page<PreparedSignature> list(Caller caller, Optional<PreparedSignature.State> state, PageRequest page);

    /** One preparation. @throws vn.quyche.core.api.error.NotFound {@code signing.preparation-not-found} */
    PreparedSignature get(Caller caller, String preparationId);
}
