package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the school decided about a recurring rule.
 *
 * @param ruleId the rule
 * @param validFrom the first day on which it holds
 * @param kind what was decided
 * @param lastDay the last day of a rest; empty for one until further notice, and for everything else
 * @param reason why
 * @param decidedBy who decided, a name
 * @param decidedAt when
 */
public record RuleChange(
        String ruleId,
        LocalDate validFrom,
        Kind kind,
        Optional<LocalDate> lastDay,
        String reason,
        String decidedBy,
        Instant decidedAt) {

    /** What may be decided. */
    public enum Kind {
        /** It rests: no duty is laid. */
        PAUSED,
        /** It goes on. */
        RESUMED,
        /** It is over. */
        ENDED
    }
}
