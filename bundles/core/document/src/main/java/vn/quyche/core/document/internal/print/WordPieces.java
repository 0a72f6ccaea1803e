package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import vn.quyche.core.document.internal.model.Layout;
import vn.quyche.core.document.internal.model.Layout.Align;
import vn.quyche.core.document.internal.model.Layout.Borders;
import vn.quyche.core.document.internal.model.Layout.Cell;
import vn.quyche.core.document.internal.model.Layout.Grid;
import vn.quyche.core.document.internal.model.Layout.Row;
import vn.quyche.core.document.internal.model.Layout.Stand;
import vn.quyche.core.document.internal.model.Layout.Text;
import vn.quyche.core.document.internal.model.NotPrintable;
import vn.quyche.core.document.internal.print.PdfLines.Line;
import vn.quyche.core.document.internal.print.PdfLines.Span;
import vn.quyche.core.document.internal.print.PdfLines.Tabs;
import vn.quyche.core.document.internal.print.PdfPieces.Piece;

/** Turns what was read of a Word file into pieces, none of which is torn by the end of a page. */
final class WordPieces {

    /** The height of a line of Times New Roman, as a share of its size. */
    private static final float LINE = 1.149f;

    private static final float LINE_WIDTH = 0.6f;

    private final PdfLines lines;
    private final PageForm form;

    WordPieces(PdfLines lines, PageForm form) {
        this.lines = lines;
        this.form = form;
    }

    /** A paragraph cut where its text begins a new page. */
    static List<Text> atPageBreaks(Text text) {
        List<Text> parts = new ArrayList<>();
        List<Layout.Piece> current = new ArrayList<>();
        for (Layout.Piece piece : text.pieces()) {
            String[] pages = piece.text().split("\f", -1);
            for (int i = 0; i < pages.length; i++) {
                if (i > 0) {
                    parts.add(new Text(text.stand(), current));
                    current = new ArrayList<>();
                }
                current.add(piece.with(pages[i]));
            }
        }
        parts.add(new Text(text.stand(), current));
        return parts;
    }

    /** The lines of a paragraph; the first two and the last two stay together. */
    List<Piece> text(Text text, float left, float width) {
        Stand stand = text.stand();
        float edge = left + stand.left();
        float room = Math.max(1, width - stand.left() - stand.right());
        Tabs tabs = new Tabs(stand.left(), stand.stops(), stand.eachStop());
        List<Line> wrapped = lines.wrap(spans(text), room, stand.first(), tabs);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < wrapped.size(); i++) {
            Line line = wrapped.get(i);
            boolean first = i == 0;
            boolean last = i == wrapped.size() - 1;
            float above = first ? stand.before() : 0;
            float high = height(stand, line.size());
            boolean edgeOfText = !last && (first || i == wrapped.size() - 2 || stand.together());
            pieces.add(new Piece(
                    above + high + (last ? stand.after() : 0),
                    edgeOfText || stand.withNext(),
                    Optional.empty(),
                    (content, top) -> {
                        if (first && stand.ruleAbove()) {
                            rule(content, edge, top - above, room);
                        }
                        lines.draw(content, line, edge, top - above, room, stand(stand.align()));
                        if (last && stand.ruleBelow()) {
                            rule(content, edge, top - above - high, room);
                        }
                    }));
        }
        return pieces;
    }

    /** The rows of a table; none is torn, and headings come again on each page. */
    List<Piece> grid(Grid grid) {
        List<Piece> pieces = new ArrayList<>();
        Optional<Piece> heading = Optional.empty();
        for (Row row : grid.rows()) {
            Piece piece = row(grid, row, row.heading() ? Optional.empty() : heading);
            pieces.add(piece);
            if (row.heading() && heading.isEmpty()) {
                heading = Optional.of(piece);
            }
        }
        return pieces;
    }

    private Piece row(Grid grid, Row row, Optional<Piece> again) {
        float[] edges = edges(grid);
        List<List<Piece>> contents = new ArrayList<>();
        float high = row.height();
        boolean withNext = row.heading();
        for (Cell cell : row.cells()) {
            float left = edges[cell.from()] + cell.left();
            float width = edges[cell.from() + cell.span()] - cell.right() - left;
            List<Piece> pieces = new ArrayList<>();
            for (Text text : cell.content()) {
                atPageBreaks(text).forEach(part -> pieces.addAll(text(part, left, width)));
                withNext |= text.stand().withNext();
            }
            contents.add(pieces);
            high = Math.max(high, sum(pieces));
        }
        float room = form.textHeight() - again.map(Piece::height).orElse(0f);
        if (high > room) {
            throw new NotPrintable("document.template.row-too-high");
        }
        float height = high;
        return new Piece(height, withNext, again, (content, top) -> {
            for (int i = 0; i < contents.size(); i++) {
                Cell cell = row.cells().get(i);
                float left = edges[cell.from()];
                borders(content, cell.borders(), left, top, edges[cell.from() + cell.span()] - left, height);
                float spare = height - sum(contents.get(i));
                float y = top
                        - switch (cell.rest()) {
                            case TOP -> 0;
                            case CENTER -> spare / 2;
                            case BOTTOM -> spare;
                        };
                for (Piece piece : contents.get(i)) {
                    piece.drawing().draw(content, y);
                    y -= piece.height();
                }
            }
        });
    }

    private float[] edges(Grid grid) {
        float[] edges = new float[grid.columns().size() + 1];
        edges[0] = form.left() + grid.left();
        for (int i = 0; i < grid.columns().size(); i++) {
            edges[i + 1] = edges[i] + grid.columns().get(i);
        }
        return edges;
    }

    private static List<Span> spans(Text text) {
        return text.pieces().stream()
                .map(piece ->
                        new Span(piece.text(), Face.of(piece.bold(), piece.italic()), piece.size(), piece.underlined()))
                .toList();
    }

    private static float height(Stand stand, float size) {
        return switch (stand.rule()) {
            case MULTIPLE -> size * LINE * stand.line();
            case AT_LEAST -> Math.max(size * LINE, stand.line());
            case EXACT -> stand.line();
        };
    }

    private static float sum(List<Piece> pieces) {
        float sum = 0;
        for (Piece piece : pieces) {
            sum += piece.height();
        }
        return sum;
    }

    private static PdfLines.Stand stand(Align align) {
        return switch (align) {
            case LEFT -> PdfLines.Stand.LEFT;
            case CENTER -> PdfLines.Stand.CENTER;
            case RIGHT -> PdfLines.Stand.RIGHT;
            case JUSTIFIED -> PdfLines.Stand.JUSTIFIED;
        };
    }

    private static void borders(
            PDPageContentStream content, Borders borders, float left, float top, float width, float height)
            throws IOException {
        if (borders.top()) {
            line(content, left, top, left + width, top);
        }
        if (borders.bottom()) {
            line(content, left, top - height, left + width, top - height);
        }
        if (borders.left()) {
            line(content, left, top, left, top - height);
        }
        if (borders.right()) {
            line(content, left + width, top, left + width, top - height);
        }
    }

    private static void rule(PDPageContentStream content, float left, float y, float length) throws IOException {
        line(content, left, y, left + length, y);
    }

    private static void line(PDPageContentStream content, float fromX, float fromY, float toX, float toY)
            throws IOException {
        content.setLineWidth(LINE_WIDTH);
        content.moveTo(fromX, fromY);
        content.lineTo(toX, toY);
        content.stroke();
    }
}
