package vn.quyche.signing.api;

/**
 * Where a part of a signature is seen. Lengths are millimetres from the upper left corner of the page as it is shown.
 *
 * @param shown whether it is seen at all; the rest does not count when it is not
 * @param page the page, from 1
 * @param x the left edge
 * @param y the upper edge
 * @param width how wide it is; counts for pictures only, text has its size from the decree
 */
public record StampPlace(boolean shown, int page, double x, double y, double width) {

    /** A part that is not seen. */
    public static StampPlace hidden() {
        return new StampPlace(false, 1, 0, 0, 0);
    }
}
