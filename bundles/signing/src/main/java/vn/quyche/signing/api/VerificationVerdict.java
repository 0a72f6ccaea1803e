package vn.quyche.signing.api;

/** What is said of a file or a signature; the later constant outweighs the earlier. */
public enum VerificationVerdict {
    /** Everything was checked and is right. */
    VALID,
    /** Nothing wrong was found, but something that a verdict needs is missing. */
    UNDETERMINED,
    /** Something is wrong. */
    INVALID;

    /** The worse of two. */
    public VerificationVerdict worse(VerificationVerdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
