package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.quyche.core.api.compliance.Clause.Kind;
import vn.quyche.core.compliance.internal.model.Judgement.Reason;

class JudgementTest {

    private static final Thresholds THRESHOLDS = new Thresholds(2, 10, 20);
    private static final Optional<Instant> AT = Optional.of(Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "10, 0, 0, 0, 0, 0, KEPT, DONE",
        "8, 2, 0, 0, 0, 0, KEPT, DONE",
        "7, 3, 0, 0, 0, 0, AT_RISK, LATE",
        "9, 0, 1, 0, 0, 0, AT_RISK, SOME_MISSED",
        "8, 0, 2, 0, 0, 0, BROKEN, MISSED",
        "10, 0, 0, 0, 0, 1, AT_RISK, SOME_VIOLATED",
        "10, 0, 0, 5, 5, 2, BROKEN, VIOLATED",
        "0, 0, 0, 3, 0, 0, KEPT, PROVED",
        "0, 0, 0, 0, 4, 0, KEPT, PROVED",
        "0, 0, 1, 0, 0, 0, BROKEN, MISSED",
    })
    void weighsViolationsThenMissedThenLateDuties(
            long done, long late, long missed, long kept, long refused, long violations, Verdict verdict, Reason why) {
        Tally tally = new Tally(done, late, missed, kept, refused, violations, AT);
        assertThat(Judgement.of(tally, Optional.of(Kind.DUTY), THRESHOLDS)).isEqualTo(new Judgement(verdict, why));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aGuardIsKeptByItselfAndWhatPeopleMustDoIsNotJudgedWhileNothingAskedForIt(Kind kind) {
        boolean guard = kind == Kind.GUARD || kind == Kind.LIMIT || kind == Kind.RULE;
        assertThat(Judgement.of(Tally.NONE, Optional.of(kind), THRESHOLDS).verdict())
                .isEqualTo(guard ? Verdict.KEPT : Verdict.NOT_APPLICABLE);
    }

    @Test
    void withoutABundleWhatWasCollectedStillCounts() {
        assertThat(Judgement.of(Tally.NONE, Optional.empty(), THRESHOLDS).reason())
                .isEqualTo(Reason.NO_BUNDLE);
        Tally old = new Tally(3, 0, 0, 0, 0, 0, AT);
        assertThat(Judgement.of(old, Optional.empty(), THRESHOLDS).verdict()).isEqualTo(Verdict.KEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 0, 10, 0, 0, SAME",
        "10, 0, 0, 5, 5, 0, WORSE",
        "5, 5, 0, 10, 0, 0, BETTER",
        "10, 0, 0, 10, 0, 1, WORSE",
        "10, 0, 2, 10, 0, 1, BETTER",
        "0, 0, 0, 10, 0, 0, UNKNOWN",
        "10, 0, 0, 0, 0, 0, UNKNOWN",
        "100, 1, 0, 100, 3, 0, SAME",
    })
    void theTrendComparesWithTheTimeBefore(
            long doneBefore, long missedBefore, long brokenBefore, long done, long missed, long broken, Trend trend) {
        assertThat(Trend.of(
                        new Tally(doneBefore, 0, missedBefore, 0, 0, brokenBefore, AT),
                        new Tally(done, 0, missed, 0, 0, broken, AT)))
                .isEqualTo(trend);
    }
}
