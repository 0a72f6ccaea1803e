package vn.quyche.core.screening.internal.model;

/**
 * A place in a line where the name of a secrecy level stands; whether it is a marking is decided by what is around it.
 *
 * @param kind which level
 * @param first the index of its first word in the line
 * @param last the index of its last word in the line
 * @param marked whether marks stand on it, so that it cannot be {@code mất} or {@code mặt} without its marks
 * @param caps whether it is written in capitals
 * @param capital whether it starts with a capital
 * @param spaced whether its letters stood apart, or its words were glued together
 */
record Level(Kind kind, int first, int last, boolean marked, boolean caps, boolean capital, boolean spaced) {

    /** The three levels of the law. */
    enum Kind {
        CONFIDENTIAL,
        SECRET,
        TOP_SECRET
    }

    boolean single() {
        return kind == Kind.CONFIDENTIAL;
    }
}
