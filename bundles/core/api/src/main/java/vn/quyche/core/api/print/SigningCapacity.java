package vn.quyche.core.api.print;

import java.util.List;

/** In what capacity a document is signed (NĐ 30/2020, Điều 13 and Phụ lục I). */
public enum SigningCapacity {
    /** The head signs as head. */
    HEAD(""),
    /** On behalf of a collective body: TM. */
    ON_BEHALF("TM. "),
    /** A deputy for the head: KT. */
    FOR_HEAD("KT. "),
    /** The head of a unit by order: TL. */
    BY_ORDER("TL. "),
    /** Somebody by written authorization: TUQ. */
    BY_AUTHORIZATION("TUQ. "),
    /** Who acts as head: Q. */
    ACTING("Q. ");

    private final String prefix;

    SigningCapacity(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The lines above the signature.
     *
     * @param principal for whom, for example {@code HIỆU TRƯỞNG} or {@code HỘI ĐỒNG TRƯỜNG}
     * @param post the post of who signs, for example {@code PHÓ HIỆU TRƯỞNG}; not used by {@code HEAD} and {@code ACTING}
     */
    public List<String> lines(String principal, String post) {
        return switch (this) {
            case HEAD, ACTING -> List.of(prefix + principal);
            case ON_BEHALF, FOR_HEAD, BY_ORDER, BY_AUTHORIZATION -> List.of(prefix + principal, post);
        };
    }
}
