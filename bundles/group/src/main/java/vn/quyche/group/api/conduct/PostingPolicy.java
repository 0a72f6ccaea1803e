package vn.quyche.group.api.conduct;

/** Who may post in a group. */
public enum PostingPolicy {
    /** Leaders, deputies and those named as posters. */
    NAMED,
    /** Leaders and deputies only. */
    LEADERS,
    /** Every member. */
    EVERYONE
}
