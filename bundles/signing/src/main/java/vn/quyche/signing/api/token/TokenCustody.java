package vn.quyche.signing.api.token;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;

/** Who has which token: hand-over and return with minutes that both sides confirm. Clauses MT.11.1 and MT.11.5. */
@ProviderType
public interface TokenCustody {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param tokenId of which token
     * @param state where it stands
     * @param waiting only those that wait for the caller
     */
    record Query(Optional<String> tokenId, Optional<HandOver.State> state, boolean waiting) {}

    /**
     * A hand-over to propose.
     *
     * @param tokenId the token
     * @param kind which way it goes
     * @param receiverId who receives
     * @param place where it is kept afterwards
     * @param reason why
     * @param condition what is said about the device; may be empty
     */
    record NewHandOver(
            String tokenId, HandOver.Kind kind, String receiverId, String place, String reason, String condition) {}

    /** Hand-overs, newest first: all with {@code signing:tokens}, otherwise those in which the caller has a part. */
    Page<HandOver> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code token.hand-over-not-found} */
    HandOver get(Caller caller, String handOverId);

    /**
     * Proposes a hand-over from who has the token now; the proposer's own side is confirmed by it. Takes
     * {@code signing:keep-tokens}, or to be the one who has it. The token signs nothing until it is done.
     *
     * @param key idempotency key, blank for none
     * @return its id
     * @throws vn.quyche.core.api.error.Conflict {@code token.hand-over-pending} when one waits already
     * @throws vn.quyche.core.api.error.Refused {@code token.not-for-receiver} (MT.11.1)
     */
    String propose(Caller caller, NewHandOver handOver, String key);

    /**
     * Confirms the caller's side; with the second side it is done and the minutes get the next number of the year. Confirming
     * twice changes nothing.
     *
     * @throws vn.quyche.core.api.error.Refused {@code token.not-party} (MT.11.5)
     */
    HandOver confirm(Caller caller, String handOverId);

    /** Calls a pending hand-over off; its parties and {@code signing:keep-tokens} may, with a reason. */
    HandOver cancel(Caller caller, String handOverId, String reason);

    /**
     * The minutes, to print.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code token.minutes-not-ready} until it is done
     */
    PrintedDocument minutes(Caller caller, String handOverId);
}
