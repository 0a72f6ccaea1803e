package vn.quyche.group.api.consultation;

/** Where a consultation stands. */
public enum ConsultationState {
    /** Its beginning is still to come. */
    PLANNED,
    OPEN,
    CLOSED,
    /** The leader took it back before it began. */
    CANCELLED
}
