package vn.quyche.group.api;

/** What a directive asks of each recipient; each includes what stands before it. */
public enum Requirement {
    READ,
    ACKNOWLEDGE,
    REPLY,
    /** Report the work as done. */
    COMPLETE
}
