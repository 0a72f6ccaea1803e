package vn.quyche.signing.api;

/** What the school certifies of a file that is not its own new document (NĐ 30/2020/NĐ-CP, Điều 25 and Phụ lục I). */
public enum CopyKind {
    /** Sao y: the whole of an original. */
    CERTIFIED("SY", "SAO Y"),
    /** Trích sao: a part of it. */
    EXTRACT("TrS", "TRÍCH SAO"),
    /** Sao lục: the whole of a certified copy. */
    RECERTIFIED("SL", "SAO LỤC"),
    /** Văn bản kèm theo: belongs to a document of the school and lies in a file of its own. */
    ATTACHMENT("", "");

    private final String code;
    private final String title;

    CopyKind(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The code in the symbol; empty for attachments, which have the number of their document. */
    public String code() {
        return code;
    }

    /** What stands on the copy; empty for attachments. */
    public String title() {
        return title;
    }

    /** Whether it is numbered in the series of copies. */
    public boolean numbered() {
        return this != ATTACHMENT;
    }
}
