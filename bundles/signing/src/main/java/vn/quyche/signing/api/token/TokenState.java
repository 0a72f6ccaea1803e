package vn.quyche.signing.api.token;

import vn.quyche.core.api.Regulated;

/** Where a token stands. */
@Regulated("MT.11.1")
public enum TokenState {
    /** At the school, in nobody's use. */
    KEPT,
    /** With the custodian who signs with it. */
    IN_USE,
    /** Between two people, until both have confirmed; nobody signs with it. */
    HANDING_OVER,
    /** Reported as lost. */
    LOST,
    /** Reported as perhaps known to others. */
    SUSPECTED,
    /** Locked: too many wrong PINs, or barred by the school. */
    BLOCKED,
    /** Its certificate has ended. */
    EXPIRED,
    /** Its certificate was revoked by the provider. */
    REVOKED,
    /** The device is no more. */
    DESTROYED;

    /** Whether it counts as the token that somebody has: another one is refused meanwhile. */
    public boolean counts() {
        return this == KEPT || this == IN_USE || this == HANDING_OVER;
    }

    /** Whether it was reported: nobody signs with it until the case is decided. */
    public boolean reported() {
        return this == LOST || this == SUSPECTED;
    }

    /** Whether nothing comes after it. */
    public boolean ended() {
        return this == REVOKED || this == DESTROYED;
    }
}
