package vn.quyche.group.internal.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;

/** What can be done with a case; the name in small letters is the last part of the page's address. */
enum CaseAction {
    STOP,
    ANSWER,
    FIND,
    DECIDE,
    NOTE,
    SETTLE;

    /** What may be done with a case as it stands. */
    static List<CaseAction> of(ConductCase one, Conduct.Rights rights) {
        return Stream.of(values()).filter(action -> action.fits(one, rights)).toList();
    }

    /** The last part of the address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean fits(ConductCase one, Conduct.Rights rights) {
        CaseState state = one.state();
        boolean violation = one.kind() == CaseKind.VIOLATION;
        boolean request = !violation && !state.closed();
        return switch (this) {
            case STOP -> violation && rights.handle() && state == CaseState.OPEN;
            case ANSWER -> rights.answer();
            case FIND -> violation && rights.decide() && (state == CaseState.OPEN || state == CaseState.STOP_ASKED);
            case DECIDE ->
                state == CaseState.FOUND && rights.decide() || state == CaseState.HANDED_OVER && rights.judge();
            case NOTE -> request && rights.handle();
            case SETTLE -> request && rights.decide();
        };
    }
}
