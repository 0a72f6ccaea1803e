package vn.quyche.signing.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.token.SignatureKind;

/**
 * Signs files of the school with tokens of its register. Before each signature {@code TokenGuard} is asked; afterwards the file
 * is verified like any other, and only a valid one is stored. Clauses MT.11.1 to MT.11.6 and TA.10.1.
 */
@ProviderType
public interface SigningPort {

    /** What is to be signed. */
    sealed interface What permits Document, Registered {}

    /**
     * An outgoing document that was approved and numbered.
     *
     * @param documentId the document
     * @param sha256 the bytes that who signs has seen; others are not signed
     */
    record Document(String documentId, String sha256) implements What {}

    /**
     * A file of another register of the school, of which the calling domain answers that it may be signed.
     *
     * @param documentKind the code of its kind, see {@code TokenScope}
     * @param registeredId what it is in that register
     * @param fileName its name
     * @param content its bytes
     * @param format in what form it is signed
     */
    record Registered(String documentKind, String registeredId, String fileName, byte[] content, SignatureFormat format)
            implements What {

        /** A PDF file. */
        public Registered(String documentKind, String registeredId, String fileName, byte[] content) {
            this(documentKind, registeredId, fileName, content, SignatureFormat.PADES);
        }
    }

    /**
     * What to do.
     *
     * @param what what is to be signed
     * @param tokenId the token
     * @param kind whose signature it is to be; another than that of the token is refused
     * @param level {@code T} asks for a time stamp; when none comes it is got later
     */
    record Request(What what, String tokenId, SignatureKind kind, SignatureLevel level) {}

    /**
     * Signs. Takes {@code signing:hold}, and {@code document:sign} for documents. The signed file of a document is its next
     * state; that of {@link Registered} belongs to nobody until the calling domain attaches it.
     *
     * @param pin the PIN of the token or the password of the key file; wiped before this returns, never stored or logged
     * @throws vn.quyche.core.api.error.Refused with the clause, when the token, the scope, the document or its file stands
     *     against it, when the PIN is wrong ({@code signing.wrong-pin}), when it was wrong too often ({@code
     *     signing.pin-tries}), or when our own verification does not call the signed file valid
     * @throws vn.quyche.core.api.error.Unavailable when the device is not there or in use
     */
    MadeSignature sign(Caller caller, Request request, char[] pin);

    /** What was signed, newest first unless sorted by {@code time}, {@code signer} or {@code serial}: all with {@code signing:tokens}, otherwise the caller's own. */
    Page<MadeSignature> list(Caller caller, Query query, PageRequest page);

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param documentId what was signed
     * @param stamp whether it has a time stamp
     * @param level how much it proves now
     */
    record Query(Optional<String> documentId, Optional<MadeSignature.Stamp> stamp, Optional<ProofLevel> level) {

        /** All on one document. */
        public static Query of(String documentId) {
            return new Query(Optional.of(documentId), Optional.empty(), Optional.empty());
        }
    }

    /** One signature. @throws vn.quyche.core.api.error.NotFound {@code signing.not-found} */
    MadeSignature get(Caller caller, String id);

    /** Whether a time stamp can be asked for here. */
    boolean stamps();
}
