package vn.quyche.core.api.directory;

/** Gender as the ministry's database keeps it. */
public enum Gender {
    MALE,
    FEMALE
}
