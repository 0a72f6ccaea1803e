package vn.quyche.core.api.document;

/** How urgent a document is (NĐ 30/2020/NĐ-CP, Phụ lục I). */
public enum Urgency {
    NORMAL,
    URGENT,
    VERY_URGENT,
    EXPRESS
}
