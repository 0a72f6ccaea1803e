package vn.quyche.group.api;

/** Where a group stands. A dissolved group keeps its records. */
public enum GroupStatus {
    ACTIVE,
    DISSOLVED
}
