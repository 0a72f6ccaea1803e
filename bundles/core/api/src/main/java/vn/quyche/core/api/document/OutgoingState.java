package vn.quyche.core.api.document;

/** Where an outgoing document stands. */
public enum OutgoingState {
    /** Being written; a change of what was submitted or approved leads back here. */
    DRAFT,
    /** Waits for who approves. */
    SUBMITTED,
    /** Sent back to its author with a reason. */
    RETURNED,
    /** These exact bytes may be numbered. */
    APPROVED,
    /** Has its number and day; waits for the signature. */
    NUMBERED,
    /** Signed, by hand or digitally; waits for being sent out. */
    SIGNED,
    /** Sent to its recipients. */
    ISSUED,
    /** Called back after it was issued. */
    RECALLED,
    /** Given up after it had its number, which stays in the register and is never given again. */
    CANCELLED,
    /** Given up before it had a number. */
    DISCARDED;

    /** Whether it has a number. */
    public boolean numbered() {
        return switch (this) {
            case NUMBERED, SIGNED, ISSUED, RECALLED, CANCELLED -> true;
            case DRAFT, SUBMITTED, RETURNED, APPROVED, DISCARDED -> false;
        };
    }
}
