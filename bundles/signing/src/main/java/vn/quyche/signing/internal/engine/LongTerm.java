package vn.quyche.signing.internal.engine;

/** What a signed file is extended to, so that its signatures can be judged when nobody has the proofs of their day any more. */
public enum LongTerm {
    /** Certificates and lists of revoked ones are in the file: none was revoked then. */
    LT,
    /** A time stamp is over all of it, too: it proves that after those certificates have ended. */
    LTA
}
