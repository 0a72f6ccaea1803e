package vn.quyche.signing.api.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happens about a token: a loss, a suspicion, or a request for support.
 *
 * @param id its id
 * @param tokenId the token
 * @param serial the serial of the token
 * @param kind what it is
 * @param reporterId who reported it
 * @param reporterName the name
 * @param reportedAt when
 * @param knownUntil when the token was last known to be in the right hands; what was signed since is listed
 * @param text what was reported
 * @param outcome how it ended; empty while it is open
 * @param replacementId the token that came in its place; empty without one
 * @param steps what was done, in order; empty in lists
 * @param closedAt when it was closed
 * @param version grows with each change
 */
public record TokenCase(
        String id,
        String tokenId,
        String serial,
        Kind kind,
        String reporterId,
        String reporterName,
        Instant reportedAt,
        Instant knownUntil,
        String text,
        Optional<Outcome> outcome,
        String replacementId,
        List<Step> steps,
        Optional<Instant> closedAt,
        long version) {

    public TokenCase {
        steps = List.copyOf(steps);
    }

    /** What it is. */
    public enum Kind {
        LOSS,
        SUSPICION,
        /** The provider is asked for help. */
        SUPPORT;

        /** Whether the token is barred by it. */
        public boolean bars() {
            return this != SUPPORT;
        }
    }

    /** How it ended. */
    public enum Outcome {
        /** The certificate was revoked. */
        REVOKED(true),
        /** The device was found, or the suspicion was none: it signs again. */
        RECOVERED(true),
        /** The device was destroyed. */
        DESTROYED(true),
        /** The provider has helped. */
        SOLVED(false),
        /** The provider could not help. */
        UNSOLVED(false);

        private final boolean ofLoss;

        Outcome(boolean ofLoss) {
            this.ofLoss = ofLoss;
        }

        /** Whether a case of the kind can end so. */
        public boolean fits(Kind kind) {
            return ofLoss == kind.bars();
        }
    }

    /**
     * A step.
     *
     * @param kind what was done
     * @param at when
     * @param byName by whom
     * @param text what was said
     */
    public record Step(StepKind kind, Instant at, String byName, String text) {}

    /** What was done. */
    public enum StepKind {
        REPORTED,
        PROVIDER_TOLD,
        AUTHORITY_TOLD,
        /** The school helped to find out what happened. */
        COOPERATED,
        /** The provider answered. */
        ANSWERED,
        NOTE,
        CLOSED
    }
}
