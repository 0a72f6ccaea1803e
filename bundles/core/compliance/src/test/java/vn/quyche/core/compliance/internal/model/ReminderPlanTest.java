package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quyche.core.compliance.internal.model.Instants.instant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.compliance.internal.model.ReminderPlan.Step;

class ReminderPlanTest {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 0));
    private static final Instant DUE = instant("2026-10-07T17:00");

    private final ReminderPlan plan = ReminderPlan.of(
            DUE, List.of(Duration.ofHours(2), Duration.ofDays(1), Duration.ofHours(2), Duration.ZERO), List.of());

    @Test
    void beginsWithTheLongestReminderAndEndsWhenItIsLate() {
        assertThat(plan.first(instant("2026-10-05T08:00"), NIGHT)).isEqualTo(new Step(0, instant("2026-10-06T17:00")));
        assertThat(plan.after(0, NIGHT)).contains(new Step(1, instant("2026-10-07T15:00")));
        assertThat(plan.after(1, NIGHT)).contains(new Step(2, DUE));
        assertThat(plan.late()).isEqualTo(2);
        assertThat(plan.after(2, NIGHT)).isEmpty();
    }

    @Test
    void leavesOutRemindersThatArePastWhenTheDutyIsLaid() {
        assertThat(plan.first(instant("2026-10-07T08:00"), NIGHT)).isEqualTo(new Step(1, instant("2026-10-07T15:00")));
        assertThat(plan.first(instant("2026-10-07T16:00"), NIGHT)).isEqualTo(new Step(2, DUE));
    }

    @Test
    void aDutyThatIsLateFromTheStartSpeaksUpAtOnce() {
        Step step = plan.first(instant("2026-10-09T08:00"), NIGHT);

        assertThat(step).isEqualTo(new Step(2, DUE));
    }

    @Test
    void stepsThatWereMissedCountAsOne() {
        assertThat(plan.reached(0, instant("2026-10-06T17:00"), NIGHT)).isZero();
        assertThat(plan.reached(0, instant("2026-10-07T15:00"), NIGHT)).isEqualTo(1);
        assertThat(plan.reached(0, instant("2026-10-20T08:00"), NIGHT)).isEqualTo(2);
    }

    @Test
    void aReminderAtNightWaitsUntilTheMorning() {
        ReminderPlan early = ReminderPlan.of(instant("2026-10-07T07:00"), List.of(Duration.ofHours(8)), List.of());

        assertThat(early.first(instant("2026-10-05T08:00"), NIGHT)).isEqualTo(new Step(0, instant("2026-10-07T06:00")));
    }

    @Test
    void goesOnAfterItIsLateStepByStep() {
        ReminderPlan steps = ReminderPlan.of(
                DUE,
                List.of(Duration.ofHours(2)),
                List.of(Escalation.parse("office after P3D"), Escalation.parse("leader after P1D")));

        assertThat(steps.after(0, NIGHT)).contains(new Step(1, DUE));
        assertThat(steps.after(1, NIGHT)).contains(new Step(2, instant("2026-10-08T17:00")));
        assertThat(steps.after(2, NIGHT)).contains(new Step(3, instant("2026-10-10T17:00")));
        assertThat(steps.after(3, NIGHT)).isEmpty();
        assertThat(steps.step(Duration.ZERO)).isEqualTo(1);
        assertThat(steps.step(Duration.ofDays(3))).isEqualTo(3);
        assertThat(steps.reached(0, instant("2026-10-08T18:00"), NIGHT)).isEqualTo(2);
    }
}
