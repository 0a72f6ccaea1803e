package vn.quyche.signing.api;

/** How much a signature proves by itself. */
public enum SignatureLevel {
    /** Who signed, and what. */
    B,
    /** Also when, by a time stamp of somebody else. */
    T
}
