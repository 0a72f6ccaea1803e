package vn.quyche.signing.api;

import java.util.List;

/** How much a signature proves by itself, and for how long. */
public enum SignatureLevel {
    /** Who signed, and what. */
    B,
    /** Also when, by a time stamp of somebody else. */
    T,
    /** Also that no certificate was revoked then: certificates and lists of revoked ones are in the file. */
    LT,
    /** Also after those certificates have ended: a time stamp is over all of it, and is renewed before it ends itself. */
    LTA;

    /** What can be asked for when signing; the others are reached later. */
    public static final List<SignatureLevel> AT_SIGNING = List.of(B, T);
}
