package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.quyche.core.api.print.PrintedDocument;

/** Lays the blocks of a document on pages. */
final class PdfPrinter {

    private PdfPrinter() {}

    static void print(PrintedDocument document, OutputStream out) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfArchive.prepare(pdf, document.title());
            PdfLines lines = new PdfLines(new PdfFonts(pdf));
            for (PrintedDocument.Part part : document.parts()) {
                PageForm form = PageForm.ofTheDecree(part.landscape());
                new PdfPages(pdf, lines, form).add(List.of(new PdfPieces(lines, part.landscape()).of(part.blocks())));
            }
            pdf.save(out);
        }
    }
}
