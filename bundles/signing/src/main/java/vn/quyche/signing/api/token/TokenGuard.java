package vn.quyche.signing.api.token;

import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * Stands before every signature: says whether somebody may sign something with a token, and keeps the register of uses.
 *
 * <p>What signs asks before it signs ({@link #ask}) and tells what came of it ({@link #signed}, {@link #failed}). A refusal
 * stays in the register, also when the caller's transaction is rolled back for it. Clauses MT.11.1 to MT.11.6.
 */
@ProviderType
public interface TokenGuard {

    /**
     * What is to be signed.
     *
     * @param serial the serial of the token; empty when only the fingerprint is known
     * @param fingerprint SHA-256 of the certificate to sign with, hexadecimal; empty when only the serial is known
     * @param personId who signs
     * @param documentKind the code of the kind of document, see {@code DocumentKinds}
     * @param documentId the document in the school's register
     * @param sha256 what is to be signed, 64 hexadecimal digits
     */
    record Ask(
            String serial,
            String fingerprint,
            String personId,
            String documentKind,
            String documentId,
            String sha256) {}

    /**
     * Grants a use, for who signs by the token in their own hands. Takes {@code signing:hold}.
     *
     * @return the use; its id goes into {@link #signed} or {@link #failed}
     * @throws vn.quyche.core.api.error.Refused with the clause, when the token is not in the register, is not with who signs,
     *     is barred, has ended, or the document is outside of what it may sign
     * @throws vn.quyche.core.api.error.Invalid when the question itself is no question
     */
    TokenUse ask(Caller caller, Ask ask);

    /**
     * Writes down that a granted use was carried out, after having asked everything again: a token that was barred meanwhile
     * has not signed.
     *
     * @throws vn.quyche.core.api.error.Refused as {@link #ask}; the signature must then be thrown away
     * @throws vn.quyche.core.api.error.Conflict {@code token.use-settled} when it was settled before
     */
    TokenUse signed(Caller caller, String useId);

    /** Writes down that a granted use was not carried out. */
    TokenUse failed(Caller caller, String useId, String reason);
}
