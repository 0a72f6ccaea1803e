package vn.quyche.core.compliance.internal.service;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.quyche.core.api.compliance.Clause.Kind;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.compliance.internal.model.Judgement;
import vn.quyche.core.compliance.internal.model.Judgement.Reason;
import vn.quyche.core.compliance.internal.model.Tally;
import vn.quyche.core.compliance.internal.model.Thresholds;
import vn.quyche.core.compliance.internal.model.Trend;

/**
 * Judges the clauses of a period by the rules of their days: the days on which a clause held, cut where the school changed
 * its thresholds, are judged apart, and the worst verdict is the period's. What was summed up is kept for the next clause.
 */
final class StandingJudge {

    private final DaySpan period;
    private final Set<LocalDate> changes;
    private final Function<LocalDate, Thresholds> thresholds;
    private final Function<DaySpan, Map<String, Tally>> source;
    private final Map<DaySpan, Map<String, Tally>> sums = new HashMap<>();

    /** What was found. */
    record Finding(Tally tally, Judgement judgement, Trend trend) {}

    StandingJudge(
            DaySpan period,
            Set<LocalDate> changes,
            Function<LocalDate, Thresholds> thresholds,
            Function<DaySpan, Map<String, Tally>> source) {
        this.period = period;
        this.changes = changes;
        this.thresholds = thresholds;
        this.source = source;
    }

    /** Judges a clause on those of the period's days on which it held. */
    Finding judge(String clause, Optional<Kind> kind, List<DaySpan> held) {
        Tally total = Tally.NONE;
        Judgement judgement = Judgement.notApplicable(Reason.NOT_IN_FORCE);
        boolean first = true;
        for (DaySpan days : held) {
            for (DaySpan piece :
                    days.common(period).map(one -> one.cutAt(changes)).orElse(List.of())) {
                Tally tally = of(clause, piece);
                Judgement one = Judgement.of(tally, kind, thresholds.apply(piece.from()));
                judgement = first ? one : judgement.worse(one);
                first = false;
                total = total.plus(tally);
            }
        }
        return new Finding(total, judgement, Trend.of(of(clause, period.before()), total));
    }

    private Tally of(String clause, DaySpan days) {
        return sums.computeIfAbsent(days, source).getOrDefault(clause, Tally.NONE);
    }
}
