package vn.quyche.core.screening.internal.model;

/** By what a marking was recognised. Says nothing of the content. */
public enum Sign {
    /** A line, a cell or a bracket that holds nothing but the level: {@code MẬT}, {@code [TUYỆT MẬT]}. */
    STAMP,
    /** A label with its level: {@code Độ mật: Tối mật}. */
    ATTRIBUTE,
    /** A paper called by its level: {@code công văn mật số 12}. */
    PHRASE,
    /** The level in capitals within ordinary writing: {@code Kế hoạch TỐI MẬT}. */
    EMPHASIS,
    /** The level set off at the start or the end of a line: {@code MẬT - Kế hoạch}. */
    EDGE,
    /** Letters set apart: {@code T U Y Ệ T M Ậ T}. */
    SPACED,
    /** The level within the number of a document: {@code 12/QĐ-UBND(M)}. */
    NUMBER,
    /** A line that says that this is a state secret. */
    STATE_SECRET
}
