package vn.quyche.group.api;

/** What a document in the group is to the same document on paper. Clause BC.5.4. */
public enum PaperUse {
    /** No paper follows: the receipt of each person counts as delivery (clause BC.6.13). */
    REPLACES,
    /** The paper follows at the meeting. */
    PRECEDES
}
