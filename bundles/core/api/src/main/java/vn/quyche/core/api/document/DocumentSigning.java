package vn.quyche.core.api.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * What a domain that signs digitally asks of the register, and how it gives the signed file back. Only bytes that were
 * approved and numbered may be signed.
 */
@ProviderType
public interface DocumentSigning {

    /**
     * A document that may be signed.
     *
     * @param documentId its id
     * @param kind its kind, by which the scope of a signing token is judged
     * @param code number and symbol
     * @param day its day
     * @param subject what it is about
     * @param signerId who is to sign it
     * @param fileId the file whose bytes may be signed
     * @param sha256 those bytes: what was approved, or what was signed last, for the next signature on it
     * @param signed whether it bears a digital signature already, so that the school's seal may follow
     */
    record Signable(
            String documentId,
            DocumentKind kind,
            String code,
            LocalDate day,
            String subject,
            String signerId,
            String fileId,
            String sha256,
            boolean signed) {}

    /** The numbered document, not issued yet, whose bytes to sign are exactly these. */
    Optional<Signable> find(String sha256);

    /**
     * Takes the signed file as the next state, in the running transaction; takes {@code document:sign}. That the signed file
     * is the signable one with a signature is for who signs to have checked.
     *
     * @param sha256 the bytes that were signed
     * @param signedFileId the received file with the signature
     * @param signedAt the time of signing
     * @return the new state: the next signature goes over the signed file
     * @throws vn.quyche.core.api.error.Conflict {@code document.not-signable} when these bytes may not be signed any more
     */
    Signable signed(Caller caller, String sha256, String signedFileId, Instant signedAt);
}
