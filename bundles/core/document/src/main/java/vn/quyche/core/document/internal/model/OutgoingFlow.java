package vn.quyche.core.document.internal.model;

import java.util.EnumSet;
import java.util.Set;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.OutgoingStep;
import vn.quyche.core.api.error.Conflict;

/** In which order an outgoing document is made (NĐ 30/2020/NĐ-CP, Điều 10 to 18). */
public final class OutgoingFlow {

    private OutgoingFlow() {}

    /** What may be done in a state, by somebody. */
    public static Set<OutgoingStep> possible(OutgoingState state) {
        return switch (state) {
            case DRAFT, RETURNED -> EnumSet.of(OutgoingStep.REVISE, OutgoingStep.SUBMIT, OutgoingStep.DISCARD);
            case SUBMITTED ->
                EnumSet.of(OutgoingStep.REVISE, OutgoingStep.APPROVE, OutgoingStep.SEND_BACK, OutgoingStep.DISCARD);
            case APPROVED ->
                EnumSet.of(
                        OutgoingStep.REVISE, OutgoingStep.SEND_BACK, OutgoingStep.ASSIGN_NUMBER, OutgoingStep.DISCARD);
            case NUMBERED -> EnumSet.of(OutgoingStep.SIGN, OutgoingStep.CANCEL);
            case SIGNED -> EnumSet.of(OutgoingStep.ISSUE, OutgoingStep.CANCEL);
            case ISSUED -> EnumSet.of(OutgoingStep.RECALL);
            case RECALLED, CANCELLED, DISCARDED -> EnumSet.noneOf(OutgoingStep.class);
        };
    }

    /** @throws Conflict {@code document.not-now.<state>} when the step cannot be done in the state */
    public static void require(OutgoingState state, OutgoingStep step) {
        if (!possible(state).contains(step)) {
            throw new Conflict(code(state));
        }
    }

    private static String code(OutgoingState state) {
        return "document.not-now." + state.name();
    }
}
