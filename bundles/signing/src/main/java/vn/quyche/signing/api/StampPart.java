package vn.quyche.signing.api;

/** What of a signature is seen on the page, each part at a place of its own (NĐ 30/2020/NĐ-CP, Phụ lục I). */
public enum StampPart {
    /** The picture of the handwritten signature, between the post and the name of who signs. */
    SIGNATURE,
    /** Number and day, which the clerk adds after who signs has signed. */
    NUMBER,
    /** The picture of the school's seal, over the left third of the signature. */
    SEAL,
    /** The name of the school and the time of signing, at the upper right of the first page. */
    TEXT
}
