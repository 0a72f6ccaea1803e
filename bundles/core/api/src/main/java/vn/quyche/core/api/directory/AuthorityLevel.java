package vn.quyche.core.api.directory;

/** Levels of the authorities above a school. The district offices ended on 2025-07-01. */
public enum AuthorityLevel {
    /** Phòng GD&ĐT, until 2025-06-30. */
    DISTRICT_OFFICE,
    /** UBND cấp xã, from 2025-07-01. */
    COMMUNE,
    /** Sở GD&ĐT. */
    DEPARTMENT,
    /** Bộ GD&ĐT. */
    MINISTRY
}
