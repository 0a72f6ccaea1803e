package vn.quyche.signing.api;

/** How much a signed file proves by itself, and for how long; the levels B to LTA of the baselines of ETSI. */
public enum ProofLevel {
    /** Who signed, and what. */
    B,
    /** Also when, by a time stamp of somebody else. */
    T,
    /** Also that the certificates held then: they and the lists of revoked ones are inside. */
    LT,
    /** Also after those who vouch for that have ended: a time stamp is over all of it, and is renewed. */
    LTA
}
