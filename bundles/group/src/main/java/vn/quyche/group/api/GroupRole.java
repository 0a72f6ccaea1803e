package vn.quyche.group.api;

/** What somebody does in a group. */
public enum GroupRole {
    /** Trưởng nhóm: answers for the group, may post and pin. */
    OWNER,
    /** Phó nhóm: stands in for the leader, may post and pin. */
    DEPUTY,
    /** May post directives (clause MT.12.1). */
    POSTER,
    /** Quản trị nhóm: adds and removes members on the platform. */
    ADMIN
}
