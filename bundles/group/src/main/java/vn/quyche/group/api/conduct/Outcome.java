package vn.quyche.group.api.conduct;

/** What follows from a violation. */
public enum Outcome {
    /** The person is reminded. */
    REMINDER,
    /** The person may not post in the group for some days. */
    POSTING_WITHDRAWN,
    /** The person is taken out of the group. */
    REMOVED,
    /** The principal decides. */
    HANDED_OVER,
    /** Another measure, which the text names; the principal's to take. */
    OTHER_MEASURE
}
