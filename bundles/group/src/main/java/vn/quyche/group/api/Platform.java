package vn.quyche.group.api;

/** Where a group lives. */
public enum Platform {
    ZALO,
    VIBER,
    /** In Quyche alone. */
    IN_APP
}
