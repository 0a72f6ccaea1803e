package vn.quyche.group.api.consultation;

/** How a question is answered. */
public enum AnswerKind {
    /** By one of the choices. */
    CHOICE,
    /** In one's own words. */
    TEXT
}
