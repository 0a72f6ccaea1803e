package vn.quyche.group.api;

/** Where a directive stands. Only a draft can be altered. */
public enum DirectiveState {
    DRAFT,
    ISSUED,
    /** A later directive took its place. */
    SUPERSEDED,
    WITHDRAWN
}
