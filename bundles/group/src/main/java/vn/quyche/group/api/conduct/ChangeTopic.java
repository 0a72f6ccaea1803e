package vn.quyche.group.api.conduct;

/** What a member asks to have changed. */
public enum ChangeTopic {
    /** The picture of the group. */
    AVATAR,
    /** The picture behind it. */
    COVER,
    /** The name: the leader only passes it on, a decision of the register changes it. */
    NAME,
    /** Other information that the group shows. */
    INFORMATION
}
