package vn.quyche.signing.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenGuard.Ask;
import vn.quyche.signing.api.token.TokenScope;

/**
 * Whether a token may sign something: the first thing that stands against it, with its clause. Clauses MT.11.1 to MT.11.6.
 *
 * @param objection what stands against it; empty when it may sign
 * @param scope under what it signs; empty when it may not
 */
public record TokenJudgement(Optional<Objection> objection, Optional<TokenScope> scope) {

    /**
     * What stands against it.
     *
     * @param clause the clause
     * @param code the key of the message
     */
    public record Objection(String clause, String code) {}

    /**
     * What the judgement rests on besides the token.
     *
     * @param at when it is to sign
     * @param employed whether who signs works at the school on that day
     * @param mayHold whether the post of who signs is one that may have the token
     * @param scopes what the token may sign, those on delegations that do not run left out
     */
    public record Facts(Instant at, boolean employed, boolean mayHold, List<TokenScope> scopes) {

        public Facts {
            scopes = List.copyOf(scopes);
        }
    }

    /** Judges; an empty token is one that the register does not have. */
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "MT.11.4", "MT.11.5", "MT.11.6"})
    public static TokenJudgement of(Optional<SigningToken> registered, Ask ask, Facts facts) {
        if (registered.isEmpty()) {
            return against("MT.11.1", "token.not-registered");
        }
        SigningToken token = registered.get();
        if (!ask.fingerprint().isEmpty()
                && !ask.fingerprint().equalsIgnoreCase(token.certificate().fingerprint())) {
            return against("MT.11.1", "token.other-certificate");
        }
        return state(token, facts.at())
                .or(() -> hands(token, ask, facts))
                .map(objection -> new TokenJudgement(Optional.of(objection), Optional.empty()))
                .orElseGet(() -> document(ask, facts));
    }

    private static Optional<Objection> state(SigningToken token, Instant at) {
        return switch (token.state()) {
            case LOST, SUSPECTED -> objection("MT.11.4", "token.is-reported");
            case BLOCKED -> objection("MT.11.4", "token.is-blocked");
            case REVOKED, DESTROYED -> objection("MT.11.4", "token.is-ended");
            case KEPT -> objection("MT.11.5", "token.is-kept");
            case HANDING_OVER -> objection("MT.11.5", "token.is-handed-over");
            case EXPIRED -> objection("MT.11.1", "token.is-expired");
            case IN_USE -> valid(token, at) ? Optional.empty() : objection("MT.11.1", "token.is-expired");
        };
    }

    private static boolean valid(SigningToken token, Instant at) {
        return !at.isBefore(token.certificate().validFrom())
                && at.isBefore(token.certificate().validTo());
    }

    private static Optional<Objection> hands(SigningToken token, Ask ask, Facts facts) {
        if (!token.custodianId().equals(ask.personId())) {
            return objection("MT.11.2", "token.not-custodian");
        }
        if (!facts.employed()) {
            return objection("MT.11.5", "token.holder-left");
        }
        return facts.mayHold() ? Optional.empty() : objection("MT.11.1", "token.holder-changed-post");
    }

    private static TokenJudgement document(Ask ask, Facts facts) {
        if (!DocumentKinds.all().containsKey(ask.documentKind())) {
            return against("MT.11.3", "token.not-a-document");
        }
        LocalDate day = VietnamTime.at(facts.at()).toLocalDate();
        List<TokenScope> fitting = facts.scopes().stream()
                .filter(scope -> runs(scope, day, facts.at()))
                .filter(scope -> scope.kinds().isEmpty() || scope.kinds().contains(ask.documentKind()))
                .toList();
        if (fitting.isEmpty()) {
            return against("MT.11.6", "token.out-of-scope");
        }
        // the narrowest first, so that a wide one is not used up for what a narrow one allows
        return fitting.stream()
                .filter(scope -> scope.most() == 0 || scope.used() < scope.most())
                .min(Comparator.comparing((TokenScope scope) -> scope.kinds().isEmpty())
                        .thenComparing(TokenScope::to)
                        .thenComparing(TokenScope::id))
                .map(scope -> new TokenJudgement(Optional.empty(), Optional.of(scope)))
                .orElseGet(() -> against("MT.11.6", "token.scope-used-up"));
    }

    private static boolean runs(TokenScope scope, LocalDate day, Instant at) {
        return !day.isBefore(scope.from())
                && !day.isAfter(scope.to())
                && scope.endedAt().map(at::isBefore).orElse(true);
    }

    private static Optional<Objection> objection(String clause, String code) {
        return Optional.of(new Objection(clause, code));
    }

    private static TokenJudgement against(String clause, String code) {
        return new TokenJudgement(objection(clause, code), Optional.empty());
    }
}
