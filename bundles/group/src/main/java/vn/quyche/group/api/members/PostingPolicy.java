package vn.quyche.group.api.members;

/** Who may post in a group. Clause MT.12.1. */
public enum PostingPolicy {
    /** Leader, deputies, those appointed to post, and to whom a leader handed it. */
    NAMED,
    /** Leader and deputies, and to whom they handed it. */
    LEADERS,
    /** Every member. */
    EVERYONE,
    /** Nobody: the group is only read. */
    READ_ONLY
}
