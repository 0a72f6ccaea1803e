package vn.quyche.core.compliance.internal.model;

/** How a clause stands in a period; the worse, the later. */
public enum Verdict {
    NOT_APPLICABLE,
    KEPT,
    AT_RISK,
    BROKEN;

    /** The worse of two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
