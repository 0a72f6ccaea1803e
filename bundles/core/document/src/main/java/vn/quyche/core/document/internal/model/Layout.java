package vn.quyche.core.document.internal.model;

import java.util.List;

/**
 * What was read of a Word file, as it is to be set: nothing that a page shows is left out of it. Measures are in points.
 *
 * @param paper the sheet
 * @param elements from top to bottom
 */
public record Layout(Paper paper, List<Element> elements) {

    public Layout {
        elements = List.copyOf(elements);
    }

    /**
     * A sheet with its margins.
     *
     * @param number where the number of the page stands, from the upper edge
     */
    public record Paper(float width, float height, float top, float right, float bottom, float left, float number) {}

    /** A paragraph or a table. */
    public sealed interface Element permits Text, Grid {}

    /**
     * A paragraph. In its pieces a line feed is a line break, a tab leads to the next stop, a form feed begins a new page.
     *
     * @param stand how it stands
     * @param pieces its text; at least one, with empty text for an empty paragraph
     */
    public record Text(Stand stand, List<Piece> pieces) implements Element {

        public Text {
            pieces = List.copyOf(pieces);
        }
    }

    /** Where lines stand between the margins. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFIED
    }

    /** How a line is as high as it is: a multiple of the font, a least height, a height whatever is in it. */
    public enum LineRule {
        MULTIPLE,
        AT_LEAST,
        EXACT
    }

    /**
     * How a paragraph stands.
     *
     * @param left from the left margin
     * @param right from the right margin
     * @param first the first line, from {@code left}; negative when it hangs out
     * @param before above it
     * @param after below it
     * @param rule what {@code line} says
     * @param line a factor or a height
     * @param withNext whether it stays with what follows
     * @param together whether its lines stay together
     * @param onNewPage whether it begins a page
     * @param ruleAbove a line above it from {@code left} to {@code right}
     * @param ruleBelow a line below it
     * @param stops where tabs lead, from the left margin
     * @param eachStop where they lead behind the last stop
     */
    public record Stand(
            Align align,
            float left,
            float right,
            float first,
            float before,
            float after,
            LineRule rule,
            float line,
            boolean withNext,
            boolean together,
            boolean onNewPage,
            boolean ruleAbove,
            boolean ruleBelow,
            List<Float> stops,
            float eachStop) {

        public Stand {
            stops = List.copyOf(stops);
        }
    }

    /** A stretch of text in one face. */
    public record Piece(String text, float size, boolean bold, boolean italic, boolean underlined) {

        /** The same face with another text. */
        public Piece with(String other) {
            return new Piece(other, size, bold, italic, underlined);
        }
    }

    /**
     * A table.
     *
     * @param left from the left margin to its edge
     * @param columns the widths of its columns
     */
    public record Grid(float left, List<Float> columns, List<Row> rows) implements Element {

        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param heading whether it stands above the rest of the table on every page
     * @param height how high it is at least
     */
    public record Row(boolean heading, float height, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param from the index of its first column
     * @param span how many columns it covers
     * @param left room between its edge and its text
     * @param content paragraphs from top to bottom
     */
    public record Cell(int from, int span, Borders borders, float left, float right, Rest rest, List<Text> content) {

        public Cell {
            content = List.copyOf(content);
        }
    }

    /** Where the text of a cell rests. */
    public enum Rest {
        TOP,
        CENTER,
        BOTTOM
    }

    /** Which lines a cell has. */
    public record Borders(boolean top, boolean right, boolean bottom, boolean left) {}
}
