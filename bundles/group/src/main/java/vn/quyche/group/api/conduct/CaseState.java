package vn.quyche.group.api.conduct;

/** Where a case stands. */
public enum CaseState {
    /** Reported; nobody has done anything yet. */
    OPEN,
    /** The reported person was asked to stop. */
    STOP_ASKED,
    /** Steps are being taken. */
    HANDLING,
    /** The violation was found to be true; what follows is not decided. */
    FOUND,
    /** Handed to the principal, who decides. */
    HANDED_OVER,
    /** Closed with an outcome: decided, settled, answered, agreed to. */
    SETTLED,
    /** Closed: no violation was found. */
    UNFOUNDED,
    /** Closed: what was asked for was declined. */
    DECLINED;

    /** Whether nothing more is done. */
    public boolean closed() {
        return this == SETTLED || this == UNFOUNDED || this == DECLINED;
    }
}
