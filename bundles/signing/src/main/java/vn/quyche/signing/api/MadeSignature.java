package vn.quyche.signing.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature that was made here.
 *
 * @param id its id
 * @param useId the line of the register of uses
 * @param tokenId the token that signed
 * @param serial its serial
 * @param personId who signed
 * @param personName the name
 * @param documentKind the code of the kind of document
 * @param documentId the document in its register
 * @param fileName the name of the signed file
 * @param sourceSha256 the bytes that were signed
 * @param fileId the stored signed file
 * @param sha256 its bytes
 * @param fingerprint SHA-256 of the certificate that signed
 * @param signer the name in the certificate
 * @param signedAt when
 * @param stamp whether it has a time stamp
 * @param stampCode why it does not have one yet; empty otherwise
 * @param stampedAt when the time stamp was got
 * @param stampedFileId the stored file with the time stamp when that came later; empty otherwise
 * @param longTerm {@code LT} or {@code LTA} when proofs that last are in {@code longTermFileId}; empty otherwise
 * @param longTermCode why it has no such proofs, or no newer ones, although they were tried; empty otherwise
 * @param longTermFileId the stored file with the proofs; empty otherwise
 */
public record MadeSignature(
        String id,
        String useId,
        String tokenId,
        String serial,
        String personId,
        String personName,
        String documentKind,
        String documentId,
        String fileName,
        String sourceSha256,
        String fileId,
        String sha256,
        String fingerprint,
        String signer,
        Instant signedAt,
        Stamp stamp,
        String stampCode,
        Optional<Instant> stampedAt,
        String stampedFileId,
        String longTerm,
        String longTermCode,
        String longTermFileId) {

    /** The stored file that holds most: with proofs, else with a time stamp, else as it was signed. */
    public String lastFileId() {
        if (!longTermFileId.isEmpty()) {
            return longTermFileId;
        }
        return stampedFileId.isEmpty() ? fileId : stampedFileId;
    }

    /** Whether a signature has a time stamp. */
    public enum Stamp {
        /** None was asked for. */
        NONE,
        /** None came; it is asked for again. */
        WAITING,
        STAMPED
    }

    /** The level that it has now. */
    public SignatureLevel level() {
        return stamp == Stamp.STAMPED ? SignatureLevel.T : SignatureLevel.B;
    }

    /** How much it proves now, with the proofs that were added since. */
    public ProofLevel proofs() {
        return longTerm.isEmpty() ? ProofLevel.valueOf(level().name()) : ProofLevel.valueOf(longTerm);
    }
}
