package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Closing;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Letterhead;
import vn.quyche.core.api.print.Block.Paragraph;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.Block.Style;
import vn.quyche.core.api.print.Block.Table;
import vn.quyche.core.api.print.Block.Title;
import vn.quyche.core.document.internal.print.PdfLines.Line;
import vn.quyche.core.document.internal.print.PdfLines.Span;
import vn.quyche.core.document.internal.print.PdfLines.Stand;

/** Turns blocks into pieces, none of which is torn by the end of a page. */
final class PdfPieces {

    private static final float PADDING = 3;
    private static final float LINE_WIDTH = 0.6f;
    private static final float ROOM_TO_SIGN = 68;

    private final PdfLines lines;
    private final float width;
    private final float height;
    private final List<Piece> pieces = new ArrayList<>();

    /** Draws a piece whose top is given. */
    @FunctionalInterface
    interface Drawing {
        void draw(PDPageContentStream content, float top) throws IOException;
    }

    /**
     * A piece.
     *
     * @param withNext whether it wants the next one on its page
     * @param again what stands above it once more when it is the first of a page
     */
    record Piece(float height, boolean withNext, Optional<Piece> again, Drawing drawing) {}

    PdfPieces(PdfLines lines, boolean landscape) {
        this.lines = lines;
        this.width = Sheet.textWidth(landscape);
        this.height = Sheet.textHeight(landscape);
    }

    List<Piece> of(List<Block> blocks) {
        blocks.forEach(this::add);
        return pieces;
    }

    private void add(Block block) {
        if (block instanceof Letterhead head) {
            letterhead(head);
        } else if (block instanceof Title title) {
            title(title);
        } else if (block instanceof Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Closing closing) {
            closing(closing);
        }
    }

    private void paragraph(Paragraph paragraph) {
        Style style = paragraph.style();
        boolean bold = style == Style.CENTER || style == Style.HEADING;
        boolean italic = style == Style.BASIS || style == Style.REMARK;
        float size = style == Style.REMARK ? Sheet.REMARK : Sheet.BODY;
        List<Span> spans = paragraph.runs().stream()
                .map(run ->
                        new Span(Wording.clean(run.text()), Face.of(bold || run.bold(), italic || run.italic()), size))
                .toList();
        boolean middle = style == Style.CENTER || style == Style.MIDDLE || style == Style.REMARK;
        float indent = middle || style == Style.LEFT ? 0 : Sheet.INDENT;
        text(spans, indent, middle ? Stand.CENTER : Stand.JUSTIFIED, bold, Sheet.BETWEEN_PARAGRAPHS);
    }

    /** Lines of text; the first two and the last two stay together. */
    private void text(List<Span> spans, float indent, Stand stand, boolean withNext, float after) {
        if (spans.stream().allMatch(span -> span.text().isBlank())) {
            return;
        }
        List<Line> wrapped = lines.wrap(spans, width, indent);
        for (int i = 0; i < wrapped.size(); i++) {
            Line line = wrapped.get(i);
            boolean last = i == wrapped.size() - 1;
            boolean edge = !last && (i == 0 || i == wrapped.size() - 2);
            pieces.add(new Piece(
                    line.size() * Sheet.LINE + (last ? after : 0),
                    edge || withNext,
                    Optional.empty(),
                    (content, top) -> lines.draw(content, line, Sheet.LEFT, top, width, stand)));
        }
    }

    private void title(Title title) {
        float size = Sheet.BODY;
        text(List.of(new Span(Wording.upper(title.kind()), Face.BOLD, size)), 0, Stand.CENTER, true, 0);
        text(List.of(new Span(Wording.clean(title.subject()), Face.BOLD, size)), 0, Stand.CENTER, true, 2);
        text(List.of(new Span(Wording.clean(title.remark()), Face.ITALIC, Sheet.REMARK)), 0, Stand.CENTER, true, 2);
        rule(width * 0.2f, 12);
    }

    /** A short line in the middle. */
    private void rule(float length, float space) {
        pieces.add(new Piece(
                space,
                true,
                Optional.empty(),
                (content, top) -> line(content, Sheet.LEFT + (width - length) / 2, top - 2, length)));
    }

    private void letterhead(Letterhead head) {
        float leftWidth = width * Sheet.ISSUER_SHARE;
        float rightWidth = width - leftWidth;
        Stack left = new Stack(Sheet.LEFT, leftWidth - 6);
        left.add(Wording.upper(head.superior()), Face.REGULAR, Sheet.ISSUER);
        left.add(Wording.upper(head.issuer()), Face.BOLD, Sheet.ISSUER);
        left.rule(leftWidth * 0.4f);
        left.add(Wording.code(head), Face.REGULAR, Sheet.CODE);
        left.add(Wording.clean(head.subject()), Face.REGULAR, Sheet.ISSUER);
        Stack right = new Stack(Sheet.LEFT + leftWidth, rightWidth);
        right.add(Sheet.COUNTRY, Face.BOLD, Sheet.ISSUER);
        right.add(Sheet.MOTTO, Face.BOLD, Sheet.CODE);
        right.rule(lines.wrap(new Span(Sheet.MOTTO, Face.BOLD, Sheet.CODE), rightWidth)
                .get(0)
                .width());
        right.add(Wording.clean(head.placeAndDate()), Face.ITALIC, Sheet.CODE);
        pieces.add(new Piece(Math.max(left.height, right.height) + 14, true, Optional.empty(), (content, top) -> {
            left.draw(content, top);
            right.draw(content, top);
        }));
    }

    private void closing(Closing closing) {
        int columns = closing.signatures().size() + (closing.recipients().isEmpty() ? 0 : 1);
        // One signature without recipients stands on the right.
        float columnWidth = width / Math.max(2, columns);
        float left = Sheet.LEFT + (columns == 1 ? columnWidth : 0);
        List<Stack> stacks = new ArrayList<>();
        if (!closing.recipients().isEmpty()) {
            stacks.add(recipients(closing.recipients(), columnWidth - 8));
            left += columnWidth;
        }
        for (Signature signature : closing.signatures()) {
            stacks.add(signature(signature, left, columnWidth));
            left += columnWidth;
        }
        float high = 0;
        for (Stack stack : stacks) {
            high = Math.max(high, stack.height);
        }
        pieces.add(new Piece(Math.min(high, height - 12) + 12, false, Optional.empty(), (content, top) -> {
            for (Stack stack : stacks) {
                stack.draw(content, top - 12);
            }
        }));
    }

    private Stack recipients(List<String> recipients, float columnWidth) {
        Stack stack = new Stack(Sheet.LEFT, columnWidth);
        stack.stand = Stand.LEFT;
        stack.add("Nơi nhận:", Face.BOLD_ITALIC, Sheet.RECIPIENTS_TITLE);
        for (int i = 0; i < recipients.size(); i++) {
            boolean last = i == recipients.size() - 1;
            stack.add(Wording.recipient(recipients.get(i), last), Face.REGULAR, Sheet.RECIPIENTS);
        }
        return stack;
    }

    private Stack signature(Signature signature, float left, float columnWidth) {
        Stack stack = new Stack(left, columnWidth);
        signature.capacity().forEach(line -> stack.add(Wording.upper(line), Face.BOLD, Sheet.BODY));
        stack.height += ROOM_TO_SIGN;
        stack.add(Wording.clean(signature.name()), Face.BOLD, Sheet.BODY);
        return stack;
    }

    private void table(Table table) {
        List<Column> columns = table.columns();
        int weights = columns.stream().mapToInt(Column::weight).sum();
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width * columns.get(i).weight() / weights;
        }
        List<String> headings = columns.stream().map(Column::heading).toList();
        List<Stand> middle = columns.stream().map(column -> Stand.CENTER).toList();
        List<Stand> stands =
                columns.stream().map(column -> stand(column.align())).toList();
        Piece heading = row(cells(headings, widths, Face.BOLD), widths, middle, true, Optional.empty());
        pieces.add(heading);
        for (List<String> row : table.rows()) {
            List<List<Line>> cells = cells(row, widths, Face.REGULAR);
            // A row longer than a page goes on in the next one.
            int most = (int) ((height - heading.height() - 2 * PADDING) / (Sheet.TABLE * Sheet.LINE));
            int longest = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int from = 0; from == 0 || from < longest; from += Math.max(1, most)) {
                int start = from;
                List<List<Line>> slice = cells.stream()
                        .map(cell -> cell.subList(
                                Math.min(start, cell.size()), Math.min(start + Math.max(1, most), cell.size())))
                        .toList();
                pieces.add(row(slice, widths, stands, false, Optional.of(heading)));
            }
        }
        pieces.add(new Piece(Sheet.BETWEEN_PARAGRAPHS, false, Optional.empty(), (content, top) -> {}));
    }

    private List<List<Line>> cells(List<String> texts, float[] widths, Face face) {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(lines.wrap(new Span(Wording.clean(texts.get(i)), face, Sheet.TABLE), widths[i] - 2 * PADDING));
        }
        return cells;
    }

    private Piece row(
            List<List<Line>> cells, float[] widths, List<Stand> stands, boolean withNext, Optional<Piece> again) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        float high = most * Sheet.TABLE * Sheet.LINE + 2 * PADDING;
        return new Piece(high, withNext, again, (content, top) -> {
            content.setLineWidth(LINE_WIDTH);
            float left = Sheet.LEFT;
            for (int i = 0; i < widths.length; i++) {
                content.addRect(left, top - high, widths[i], high);
                content.stroke();
                float lineTop = top - PADDING;
                for (Line line : cells.get(i)) {
                    lines.draw(content, line, left + PADDING, lineTop, widths[i] - 2 * PADDING, stands.get(i));
                    lineTop -= Sheet.TABLE * Sheet.LINE;
                }
                left += widths[i];
            }
        });
    }

    private static Stand stand(Align align) {
        return switch (align) {
            case LEFT -> Stand.LEFT;
            case CENTER -> Stand.CENTER;
            case RIGHT -> Stand.RIGHT;
        };
    }

    private static void line(PDPageContentStream content, float left, float y, float length) throws IOException {
        content.setLineWidth(LINE_WIDTH);
        content.moveTo(left, y);
        content.lineTo(left + length, y);
        content.stroke();
    }

    /** Lines under each other in a column. */
    private final class Stack {

        private final float left;
        private final float columnWidth;
        private final List<Drawing> drawings = new ArrayList<>();
        private Stand stand = Stand.CENTER;
        private float height;

        Stack(float left, float columnWidth) {
            this.left = left;
            this.columnWidth = columnWidth;
        }

        void add(String text, Face face, float size) {
            if (text.isBlank()) {
                return;
            }
            for (Line line : lines.wrap(new Span(text, face, size), columnWidth)) {
                float above = height;
                drawings.add((content, top) -> lines.draw(content, line, left, top - above, columnWidth, stand));
                height += size * Sheet.LINE;
            }
        }

        void rule(float length) {
            float above = height + 3;
            drawings.add((content, top) -> line(content, left + (columnWidth - length) / 2, top - above, length));
            height += 8;
        }

        void draw(PDPageContentStream content, float top) throws IOException {
            for (Drawing drawing : drawings) {
                drawing.draw(content, top);
            }
        }
    }
}
