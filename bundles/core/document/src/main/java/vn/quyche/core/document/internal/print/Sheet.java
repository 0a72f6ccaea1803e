package vn.quyche.core.document.internal.print;

/** Measures of NĐ 30/2020 Phụ lục I, in points. */
final class Sheet {

    static final float MM = 72 / 25.4f;
    static final float SHORT_SIDE = 210 * MM;
    static final float LONG_SIDE = 297 * MM;
    static final float TOP = 20 * MM;
    static final float BOTTOM = 20 * MM;
    static final float LEFT = 30 * MM;
    static final float RIGHT = 20 * MM;
    static final float INDENT = 10 * MM;
    static final float BETWEEN_PARAGRAPHS = 6;
    static final float LINE = 1.2f;

    static final float BODY = 14;
    static final float ISSUER = 12;
    static final float CODE = 13;
    static final float TABLE = 12;
    static final float RECIPIENTS_TITLE = 12;
    static final float RECIPIENTS = 11;
    static final float REMARK = 13;
    static final float PAGE_NUMBER = 13;

    /** The left column of the head, as a share of the width. */
    static final float ISSUER_SHARE = 0.4f;

    static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    private Sheet() {}

    static float width(boolean landscape) {
        return landscape ? LONG_SIDE : SHORT_SIDE;
    }

    static float height(boolean landscape) {
        return landscape ? SHORT_SIDE : LONG_SIDE;
    }

    static float textWidth(boolean landscape) {
        return width(landscape) - LEFT - RIGHT;
    }

    static float textHeight(boolean landscape) {
        return height(landscape) - TOP - BOTTOM;
    }
}
