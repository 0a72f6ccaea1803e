package vn.quyche.core.document.internal.print;

/**
 * A sheet with its margins, in points.
 *
 * @param number where the number of the page stands, from the upper edge
 */
record PageForm(float width, float height, float top, float right, float bottom, float left, float number) {

    /** As NĐ 30/2020/NĐ-CP, Phụ lục I has it. */
    static PageForm ofTheDecree(boolean landscape) {
        return new PageForm(
                Sheet.width(landscape),
                Sheet.height(landscape),
                Sheet.TOP,
                Sheet.RIGHT,
                Sheet.BOTTOM,
                Sheet.LEFT,
                Sheet.TOP / 2);
    }

    float textWidth() {
        return width - left - right;
    }

    float textHeight() {
        return height - top - bottom;
    }
}
