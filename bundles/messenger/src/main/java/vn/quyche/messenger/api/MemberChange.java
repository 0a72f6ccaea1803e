package vn.quyche.messenger.api;

/** What an official account may do to the people of a GMF group; each is one call of the platform for all of them. */
public enum MemberChange {
    /** Somebody who follows the account, or wrote to it in the last seven days, is asked to join. */
    INVITE,
    /** Somebody who asked to join is let in. */
    ACCEPT,
    /** Somebody who asked to join is not let in. */
    REJECT,
    /** A member is put out. */
    REMOVE,
    /** A member becomes a deputy of the group. */
    ADD_ADMIN,
    /** A deputy is a member again. */
    REMOVE_ADMIN
}
