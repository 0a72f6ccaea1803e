package vn.quyche.messenger.api;

/** How the tokens of an official account stand. */
public enum TokenState {
    /** Not authorised yet, or nothing to authorise. */
    NONE,
    OK,
    /** The refresh token is being used now. */
    IN_USE,
    /** It was sent, and no answer came: it may be used up. It is not sent again unless a person says so. */
    UNCERTAIN,
    /** The platform refused it: the account has to be authorised again. */
    REFUSED
}
