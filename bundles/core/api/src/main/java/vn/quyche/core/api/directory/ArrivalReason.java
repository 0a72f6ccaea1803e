package vn.quyche.core.api.directory;

/** Why a person comes to the school. */
public enum ArrivalReason {
    RECRUITMENT,
    TRANSFER,
    CONTRACT,
    RETURN
}
