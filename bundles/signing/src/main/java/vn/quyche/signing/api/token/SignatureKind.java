package vn.quyche.signing.api.token;

/** Whose signature a token makes. */
public enum SignatureKind {
    /** The school's: the seal of its documents. */
    ORGANIZATION,
    /** A person's, who signs as the post that they hold. */
    PERSONAL
}
