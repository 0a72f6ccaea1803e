package vn.quyche.core.api.directory;

/** Why a person leaves the school. */
public enum DepartureReason {
    TRANSFER,
    RETIREMENT,
    RESIGNATION,
    END_OF_CONTRACT
}
