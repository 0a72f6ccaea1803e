package vn.quyche.signing.internal.engine;

import java.util.List;
import java.util.Optional;

/**
 * What a file shows where stamps may belong. Lengths are points from the upper left corner of a page as it is shown.
 *
 * @param pages how large the pages are
 * @param signing the room between the post and the name of who signs
 * @param number the room that was left for the number
 * @param numbered whether the number is written already
 * @param day the rooms that were left for day, month and, if it is not written, year
 * @param dated whether the day is written already
 * @param stamp the signature that was made visibly last
 */
public record Paper(
        List<Size> pages,
        Optional<Room> signing,
        Optional<Room> number,
        boolean numbered,
        List<Room> day,
        boolean dated,
        Optional<Room> stamp) {

    public Paper {
        pages = List.copyOf(pages);
        day = List.copyOf(day);
    }

    /** How large a page is. */
    public record Size(double width, double height) {}

    /**
     * Room for something.
     *
     * @param baseline where the text around it stands; 0 when there is none
     * @param size of the letters around it; 0 when there are none
     */
    public record Room(int page, Stamp.Box box, double baseline, double size) {

        /** The middle, from the left edge of the page. */
        double middle() {
            return box.x() + box.width() / 2;
        }
    }
}
