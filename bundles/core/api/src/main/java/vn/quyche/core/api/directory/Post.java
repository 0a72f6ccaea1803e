package vn.quyche.core.api.directory;

/** Posts that a person may hold (chức vụ, nhiệm vụ); several at once. */
public enum Post {
    PRINCIPAL,
    VICE_PRINCIPAL,
    SUBJECT_HEAD,
    SUBJECT_DEPUTY,
    OFFICE_HEAD,
    RECORDS_CLERK,
    ACCOUNTANT,
    CASHIER,
    TEACHER,
    HOMEROOM_TEACHER,
    SUBJECT_TEACHER,
    PIONEER_LEADER,
    PARTY_SECRETARY,
    UNION_CHAIR,
    YOUTH_SECRETARY,
    IT_OFFICER,
    HEALTH_OFFICER,
    LIBRARIAN,
    EQUIPMENT_OFFICER,
    GUARD,
    HEAD_OF_GUARDS,
    AUTHORITY_OFFICER,
    CONTRIBUTOR,
    SUPPORT_STAFF
}
