package vn.quyche.group.api.members;

/** How somebody on a declared list was recognised. */
public enum Recognised {
    /** By nothing: nobody was. */
    NOT,
    /** By the phone number in the directory or of the account that they gave. */
    PHONE,
    /** By the name of the account that they gave. */
    ACCOUNT,
    /** By the full name. */
    NAME,
    /** By a part of the name that nobody else has. */
    NAME_PART,
    /** By hand. */
    HAND,
    /** By hand, as a line that means nobody. */
    NOBODY,
    /** Ticked in the list of those who belong. */
    TICKED
}
