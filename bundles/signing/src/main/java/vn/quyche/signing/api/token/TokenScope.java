package vn.quyche.signing.api.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What may be signed with a token.
 *
 * @param id its id
 * @param tokenId the token
 * @param kinds codes of the kinds of document; none for every kind
 * @param from the first day
 * @param to the last day
 * @param most how many documents may be signed under it; 0 for any number
 * @param used how many were
 * @param delegationId the delegation on which it rests and with which it ends; empty for none
 * @param basis number and date of the paper that authorises it
 * @param grantedBy who granted it
 * @param grantedAt when
 * @param endedAt when it was taken back before its last day
 */
public record TokenScope(
        String id,
        String tokenId,
        List<String> kinds,
        LocalDate from,
        LocalDate to,
        int most,
        int used,
        String delegationId,
        String basis,
        String grantedBy,
        Instant grantedAt,
        Optional<Instant> endedAt) {

    public TokenScope {
        kinds = List.copyOf(kinds);
    }

    /** As if some uses of it had not been. */
    public TokenScope without(int uses) {
        return new TokenScope(
                id, tokenId, kinds, from, to, most, used - uses, delegationId, basis, grantedBy, grantedAt, endedAt);
    }
}
