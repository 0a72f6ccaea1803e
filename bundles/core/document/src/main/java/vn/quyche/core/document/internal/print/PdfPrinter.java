package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.document.internal.print.PdfLines.Line;
import vn.quyche.core.document.internal.print.PdfLines.Span;
import vn.quyche.core.document.internal.print.PdfLines.Stand;
import vn.quyche.core.document.internal.print.PdfPieces.Piece;

/** Lays the pieces of a document on pages. */
final class PdfPrinter {

    private final PDDocument pdf;
    private final PdfLines lines;

    private PdfPrinter(PDDocument pdf, PdfLines lines) {
        this.pdf = pdf;
        this.lines = lines;
    }

    static void print(PrintedDocument document, OutputStream out) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            // No dates and a fixed id: the same document gives the same bytes.
            pdf.setDocumentId(0L);
            pdf.getDocumentInformation().setTitle(Wording.clean(document.title()));
            pdf.getDocumentCatalog().setLanguage("vi-VN");
            PdfLines lines = new PdfLines(new PdfFonts(pdf));
            PdfPrinter printer = new PdfPrinter(pdf, lines);
            for (PrintedDocument.Part part : document.parts()) {
                printer.part(part);
            }
            pdf.save(out);
        }
    }

    private void part(PrintedDocument.Part part) throws IOException {
        boolean landscape = part.landscape();
        List<Piece> pieces = new PdfPieces(lines, landscape).of(part.blocks());
        float full = Sheet.textHeight(landscape);
        int number = 1;
        for (int i = 0; i < pieces.size() || number == 1; number++) {
            i = page(pieces, i, full, landscape, number);
        }
    }

    /** Fills a page and gives the first piece that has no room on it. */
    private int page(List<Piece> pieces, int first, float full, boolean landscape, int number) throws IOException {
        PDPage page = new PDPage(new PDRectangle(Sheet.width(landscape), Sheet.height(landscape)));
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            float top = Sheet.height(landscape) - Sheet.TOP;
            if (number > 1) {
                Line line = lines.wrap(new Span(String.valueOf(number), Face.REGULAR, Sheet.PAGE_NUMBER), 100)
                        .get(0);
                lines.draw(content, line, Sheet.LEFT, top + Sheet.TOP / 2, Sheet.textWidth(landscape), Stand.CENTER);
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
