package vn.quyche.signing.internal.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What is seen of a signature. Lengths are points; a page is measured from its upper left corner as it is shown, a piece from the
 * upper left corner of the stamp.
 *
 * @param page the page, from 1
 * @param box where it lies
 * @param pieces what is drawn, one over the other
 */
public record Stamp(int page, Box box, List<Piece> pieces) {

    /** Points in a millimetre. */
    public static final double MM = 72 / 25.4;

    public Stamp {
        pieces = List.copyOf(pieces);
    }

    /** A piece of a stamp. */
    public sealed interface Piece permits Picture, Line {}

    /** A picture (PNG). */
    public record Picture(byte[] png, Box box) implements Piece {}

    /**
     * A line of text.
     *
     * @param x where it begins
     * @param baseline how far below the upper edge it stands
     * @param size of the letters
     */
    public record Line(String text, double x, double baseline, double size, boolean italic) implements Piece {}

    /** A rectangle. */
    public record Box(double x, double y, double width, double height) {

        /** The smallest that holds both. */
        public Box with(Box other) {
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            return new Box(
                    left,
                    top,
                    Math.max(x + width, other.x + other.width) - left,
                    Math.max(y + height, other.y + other.height) - top);
        }

        /** The same size elsewhere. */
        public Box at(double left, double top) {
            return new Box(left, top, width, height);
        }
    }

    /** Both in one; they are on one page. */
    public Stamp with(Stamp other) {
        Box both = box.with(other.box);
        List<Piece> all = new ArrayList<>();
        for (Stamp stamp : List.of(this, other)) {
            double right = stamp.box.x() - both.x();
            double down = stamp.box.y() - both.y();
            for (Piece piece : stamp.pieces) {
                all.add(
                        piece instanceof Line line
                                ? new Line(
                                        line.text(),
                                        line.x() + right,
                                        line.baseline() + down,
                                        line.size(),
                                        line.italic())
                                : moved((Picture) piece, right, down));
            }
        }
        return new Stamp(page, both, all);
    }

    private static Picture moved(Picture picture, double right, double down) {
        return new Picture(
                picture.png(),
                picture.box().at(picture.box().x() + right, picture.box().y() + down));
    }

    /** The same stamp elsewhere. */
    public Stamp at(int otherPage, double x, double y) {
        return new Stamp(otherPage, box.at(x, y), pieces);
    }
}
