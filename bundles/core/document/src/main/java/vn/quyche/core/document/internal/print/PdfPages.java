package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.quyche.core.document.internal.print.PdfLines.Line;
import vn.quyche.core.document.internal.print.PdfLines.Span;
import vn.quyche.core.document.internal.print.PdfLines.Stand;
import vn.quyche.core.document.internal.print.PdfPieces.Piece;

/** Lays pieces on pages of one form; numbers stand in the middle of the top margin from the second page on. */
final class PdfPages {

    private final PDDocument pdf;
    private final PdfLines lines;
    private final PageForm form;

    PdfPages(PDDocument pdf, PdfLines lines, PageForm form) {
        this.pdf = pdf;
        this.lines = lines;
        this.form = form;
    }

    /** @param stretches each begins on a new page */
    void add(List<List<Piece>> stretches) throws IOException {
        int number = 1;
        for (List<Piece> pieces : stretches) {
            boolean begun = false;
            for (int i = 0; i < pieces.size() || !begun; number++) {
                i = page(pieces, i, number);
                begun = true;
            }
        }
    }

    /** Fills a page and gives the first piece that has no room on it. */
    private int page(List<Piece> pieces, int first, int number) throws IOException {
        float full = form.textHeight();
        PDPage page = new PDPage(new PDRectangle(form.width(), form.height()));
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            float top = form.height() - form.top();
            if (number > 1) {
                Line line = lines.wrap(new Span(String.valueOf(number), Face.REGULAR, Sheet.PAGE_NUMBER), 100)
                        .get(0);
                float y = form.height() - form.number();
                lines.draw(content, line, form.left(), y, form.textWidth(), Stand.CENTER);
            }
            float used = 0;
            int i = first;
            for (Piece piece : startOf(pieces, first)) {
                piece.drawing().draw(content, top - used);
                used += piece.height();
            }
            while (i < pieces.size() && (i == first || used + together(pieces, i, full) <= full)) {
                int end = i + length(pieces, i, full);
                for (; i < end; i++) {
                    pieces.get(i).drawing().draw(content, top - used);
                    used += pieces.get(i).height();
                }
            }
            return i;
        }
    }

    /** The headings of a table that goes on here. */
    private static List<Piece> startOf(List<Piece> pieces, int first) {
        List<Piece> start = new ArrayList<>();
        if (first < pieces.size()) {
            pieces.get(first).again().ifPresent(start::add);
        }
        return start;
    }

    /** How many pieces from here want to stand on one page; one by one when they cannot. */
    private static int length(List<Piece> pieces, int first, float full) {
        int i = first;
        float height = pieces.get(i).height();
        while (pieces.get(i).withNext() && i + 1 < pieces.size()) {
            i++;
            height += pieces.get(i).height();
        }
        return height <= full ? i + 1 - first : 1;
    }

    private static float together(List<Piece> pieces, int first, float full) {
        float height = 0;
        for (int i = first; i < first + length(pieces, first, full); i++) {
            height += pieces.get(i).height();
        }
        return height;
    }
}
