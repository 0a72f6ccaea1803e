package vn.quyche.core.compliance.internal.model;

import java.util.Optional;
import vn.quyche.core.api.compliance.Clause.Kind;

/**
 * A verdict and what it rests on.
 *
 * @param verdict the verdict
 * @param reason why
 */
public record Judgement(Verdict verdict, Reason reason) {

    /** Why a clause stands as it does; message key {@code compliance.standing.reason.<name>}. */
    public enum Reason {
        /** More duties were missed than the school lets pass. */
        MISSED,
        /** Some duties were missed. */
        SOME_MISSED,
        /** More duties were done late than the school lets pass. */
        LATE,
        /** Violations were found. */
        VIOLATED,
        /** A violation was found, fewer than break the clause. */
        SOME_VIOLATED,
        /** What was due was done. */
        DONE,
        /** There is evidence and nothing against it. */
        PROVED,
        /** The guard is on; nobody tried. */
        GUARDED,
        /** Nothing asked for it in this time. */
        NOTHING_AROSE,
        /** No bundle carries it out. */
        NO_BUNDLE,
        /** The regulation did not hold in this time. */
        NOT_IN_FORCE,
        /** The article names no clause that can be followed. */
        NO_MECHANISM
    }

    /** Not judged. */
    public static Judgement notApplicable(Reason reason) {
        return new Judgement(Verdict.NOT_APPLICABLE, reason);
    }

    /**
     * Judges a clause in a time in which one set of thresholds held.
     *
     * <p>Violations weigh most, then missed duties, then late ones. Guards, limits and rules hold by themselves: when nothing
     * happened they are kept. What people must do is not judged while nothing asked for it.
     *
     * @param kind how it is carried out; empty when no bundle does so
     */
    public static Judgement of(Tally tally, Optional<Kind> kind, Thresholds thresholds) {
        if (tally.violations() > 0) {
            return tally.violations() >= thresholds.brokenViolations()
                    ? new Judgement(Verdict.BROKEN, Reason.VIOLATED)
                    : new Judgement(Verdict.AT_RISK, Reason.SOME_VIOLATED);
        }
        if (tally.missed() > 0) {
            return over(tally.missed(), tally.due(), thresholds.brokenMissedPercent())
                    ? new Judgement(Verdict.BROKEN, Reason.MISSED)
                    : new Judgement(Verdict.AT_RISK, Reason.SOME_MISSED);
        }
        if (over(tally.late(), tally.due(), thresholds.riskLatePercent())) {
            return new Judgement(Verdict.AT_RISK, Reason.LATE);
        }
        if (tally.due() > 0) {
            return new Judgement(Verdict.KEPT, Reason.DONE);
        }
        if (!tally.none()) {
            return new Judgement(Verdict.KEPT, Reason.PROVED);
        }
        if (kind.isEmpty()) {
            return notApplicable(Reason.NO_BUNDLE);
        }
        return switch (kind.get()) {
            case GUARD, LIMIT, RULE -> new Judgement(Verdict.KEPT, Reason.GUARDED);
            case DUTY, WORKFLOW, REGISTER, RECORD, REPORT, INTEGRATION, PRINCIPLE ->
                notApplicable(Reason.NOTHING_AROSE);
        };
    }

    /** The one with the worse verdict; the first of equals. */
    public Judgement worse(Judgement other) {
        return other.verdict.compareTo(verdict) > 0 ? other : this;
    }

    private static boolean over(long part, long whole, int percent) {
        return part * 100 > whole * percent;
    }
}
