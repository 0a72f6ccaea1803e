package vn.quyche.group.api;

/** What a document is for. Clause BC.5.4. */
public enum DocumentKind {
    MEETING,
    STUDY
}
