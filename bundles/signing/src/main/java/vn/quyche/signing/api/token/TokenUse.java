package vn.quyche.signing.api.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the register of uses: somebody asked to sign with a token.
 *
 * @param id its id
 * @param tokenId the token; empty when the register has none with the serial
 * @param serial the serial asked for
 * @param personId who asked
 * @param personName the name
 * @param documentKind the code of the kind of document
 * @param documentId the document
 * @param sha256 what was to be signed, 64 hexadecimal digits
 * @param scopeId the scope under which it was granted; empty when it was refused
 * @param askedAt when
 * @param outcome what came of it
 * @param clause the clause that refused; empty when it was granted
 * @param code the message that says why it was refused or failed; empty otherwise
 * @param settledAt when it was signed or failed
 */
public record TokenUse(
        String id,
        String tokenId,
        String serial,
        String personId,
        String personName,
        String documentKind,
        String documentId,
        String sha256,
        String scopeId,
        Instant askedAt,
        Outcome outcome,
        String clause,
        String code,
        Optional<Instant> settledAt) {

    /** What came of it. */
    public enum Outcome {
        /** It may be signed; not known yet whether it was. */
        GRANTED,
        SIGNED,
        /** It was granted, and signing did not come about. */
        FAILED,
        REFUSED
    }
}
