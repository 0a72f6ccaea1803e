package vn.quyche.core.document.internal.model;

import java.util.EnumSet;
import java.util.Set;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.IncomingStep;
import vn.quyche.core.api.error.Conflict;

/** In which order an incoming document is handled (NĐ 30/2020/NĐ-CP, Điều 20 to 24). */
public final class IncomingFlow {

    private IncomingFlow() {}

    /** What may be done in a state, by somebody. */
    public static Set<IncomingStep> possible(IncomingState state) {
        return switch (state) {
            case REGISTERED -> EnumSet.of(IncomingStep.DIRECT);
            case DIRECTED -> EnumSet.of(IncomingStep.DIRECT, IncomingStep.ROUTE);
            case ASSIGNED ->
                EnumSet.of(IncomingStep.DIRECT, IncomingStep.ROUTE, IncomingStep.START, IncomingStep.COMPLETE);
            case IN_PROGRESS -> EnumSet.of(IncomingStep.DIRECT, IncomingStep.ROUTE, IncomingStep.COMPLETE);
            case COMPLETED -> EnumSet.noneOf(IncomingStep.class);
        };
    }

    /** @throws Conflict {@code document.incoming-not-now.<state>} when the step cannot be done in the state */
    public static void require(IncomingState state, IncomingStep step) {
        if (!possible(state).contains(step)) {
            throw new Conflict(code(state));
        }
    }

    private static String code(IncomingState state) {
        return "document.incoming-not-now." + state.name();
    }
}
