package vn.quyche.signing.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature that waits for its value: the key is elsewhere, on the clerk's PC or with a service. What is frozen here (bytes,
 * certificate, time) is what the key signs, so that the second step may come after a restart.
 *
 * @param id its id
 * @param useId the line of the register of uses
 * @param tokenId the token that is to sign
 * @param serial its serial
 * @param personId who signs
 * @param personName the name
 * @param documentId the document
 * @param title what people call it
 * @param sourceSha256 the bytes that are signed
 * @param level the level that the signature is to have
 * @param scheme how the key is to sign: {@code RSA_PKCS1}, {@code RSA_PSS} or {@code ECDSA}, each over SHA-256
 * @param fingerprint SHA-256 of the certificate whose key is to sign
 * @param data what the key is to sign, in Base64: the signed attributes, which hold the hash of the document
 * @param part of which part the data are, from 1
 * @param parts how many signatures are made one over the other, since each shows at one place; 1 as a rule
 * @param signedAt the time of signing, as it will stand in the signature
 * @param state where it stands
 * @param code why it came to nothing; empty otherwise
 * @param signatureId the signature; empty before
 * @param expiresAt until when the value is taken
 * @param endedAt when it was signed or came to nothing
 */
public record PreparedSignature(
        String id,
        String useId,
        String tokenId,
        String serial,
        String personId,
        String personName,
        String documentId,
        String title,
        String sourceSha256,
        SignatureLevel level,
        String scheme,
        String fingerprint,
        String data,
        int part,
        int parts,
        Instant signedAt,
        State state,
        String code,
        String signatureId,
        Instant expiresAt,
        Optional<Instant> endedAt) {

    /** Whether another value is needed after this one. */
    public boolean goesOn() {
        return part < parts;
    }

    /** Where a prepared signature stands. */
    public enum State {
        /** Waits for the value. */
        OPEN,
        SIGNED,
        /** The value, the document or the token stood against it. */
        REFUSED,
        /** Who signs gave it up. */
        CANCELLED,
        /** The value did not come in time. */
        EXPIRED
    }
}
