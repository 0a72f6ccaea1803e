package vn.quyche.core.api.document;

/** Where an incoming document stands. */
public enum IncomingState {
    /** In the register; waits for the principal's opinion. */
    REGISTERED,
    /** Has an opinion, and nobody yet who handles it. */
    DIRECTED,
    /** Somebody is to handle it. */
    ASSIGNED,
    IN_PROGRESS,
    COMPLETED
}
