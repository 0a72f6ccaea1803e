package vn.quyche.signing.internal.service;

/** What becomes of the custody of a token when something else happens to it; in the transaction of what happens. */
public interface TokenReturns {

    /** Calls the hand-over of a token off that waits; nothing without one. */
    void callOffPending(String tokenId, String why);

    /** A leaver has given a token back, as both sides confirmed on the leaving checklist: the minutes are made of it. */
    void returned(String tokenId, String giverId);
}
