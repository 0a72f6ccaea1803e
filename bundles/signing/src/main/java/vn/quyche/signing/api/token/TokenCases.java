package vn.quyche.signing.api.token;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Losses, suspicions and requests for support. Clauses MT.11.4 and MT.11.7. */
@ProviderType
public interface TokenCases {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param tokenId about which token
     * @param kind what it is
     * @param openOnly only those that are not closed
     */
    record Query(Optional<String> tokenId, Optional<TokenCase.Kind> kind, boolean openOnly) {}

    /**
     * What somebody reports.
     *
     * @param tokenId about which token
     * @param kind what it is
     * @param knownUntil when the token was last known to be in the right hands; empty for when the register knows it last
     * @param text what happened
     */
    record NewCase(String tokenId, TokenCase.Kind kind, Optional<Instant> knownUntil, String text) {}

    /** Cases, newest first: all with {@code signing:tokens}, otherwise those which the caller reported. */
    Page<TokenCase> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code token.case-not-found} */
    TokenCase get(Caller caller, String caseId);

    /**
     * Reports; who has the token, whom it names, and {@code signing:keep-tokens} may. A loss or suspicion bars the token in
     * the same transaction and lays the duty to tell the provider. When it is reported already, the report becomes a step of
     * the open case.
     *
     * @param key idempotency key, blank for none
     * @return the id of the case
     */
    String report(Caller caller, NewCase reported, String key);

    /** Writes a step into an open case; takes {@code signing:keep-tokens}. */
    TokenCase step(Caller caller, String caseId, TokenCase.StepKind kind, String text);

    /**
     * Closes a case; takes {@code signing:keep-tokens}, and {@code signing:grant-scope} to let the token sign again.
     *
     * @param replacementId the token in its place, may be empty
     * @throws vn.quyche.core.api.error.Refused {@code token.provider-not-told} (MT.11.4)
     */
    TokenCase close(Caller caller, String caseId, TokenCase.Outcome outcome, String replacementId, String text);

    /** What was signed, or may have been, with the token since it was last known to be in the right hands; newest first. */
    Page<TokenUse> signedSince(Caller caller, String caseId, PageRequest page);
}
