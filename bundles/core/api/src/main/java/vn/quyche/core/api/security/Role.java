package vn.quyche.core.api.security;

/** The built-in roles; a school may define more. */
public enum Role {
    /** Runs the platform: accounts, modules, configuration. Sees no content by itself. */
    ADMIN,
    /** Hiệu trưởng. */
    PRINCIPAL,
    /** Phó hiệu trưởng. */
    VICE_PRINCIPAL,
    /** Văn thư, nhân viên văn phòng. */
    RECORDS_CLERK,
    /** Head of a unit: tổ trưởng chuyên môn, chủ tịch Công đoàn, bí thư Chi đoàn, tổng phụ trách Đội …. */
    UNIT_HEAD,
    /** Every staff member. */
    STAFF,
    /** Bảo vệ. */
    GUARD,
    /** An officer of the superior authority who reads. */
    INSPECTOR,
    /** A system of a district or the ministry that collects over REST or SOAP. */
    SYSTEM_CLIENT
}
