package vn.quyche.core.document.internal.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.document.internal.model.Layout;

/** Prints what was read of Word files as PDF. */
@Component(service = WordPrinter.class)
public final class WordPrinter {

    /**
     * Prints a layout.
     *
     * @param title the title in the file's properties
     * @throws vn.quyche.core.document.internal.model.NotPrintable when a row of a table is higher than a page
     */
    public byte[] print(Layout layout, String title) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The embedded library looks for its parts there.
        thread.setContextClassLoader(WordPrinter.class.getClassLoader());
        try (PDDocument pdf = new PDDocument()) {
            PdfArchive.prepare(pdf, title);
            PdfLines lines = new PdfLines(new PdfFonts(pdf));
            Layout.Paper paper = layout.paper();
            PageForm form = new PageForm(
                    paper.width(),
                    paper.height(),
                    paper.top(),
                    paper.right(),
                    paper.bottom(),
                    paper.left(),
                    paper.number());
            new PdfPages(pdf, lines, form).add(stretches(layout.elements(), lines, form));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What stands between the breaks of pages. */
    private static List<List<PdfPieces.Piece>> stretches(List<Layout.Element> elements, PdfLines lines, PageForm form) {
        WordPieces pieces = new WordPieces(lines, form);
        List<List<PdfPieces.Piece>> stretches = new ArrayList<>();
        List<PdfPieces.Piece> current = new ArrayList<>();
        for (Layout.Element element : elements) {
            if (element instanceof Layout.Grid grid) {
                current.addAll(pieces.grid(grid));
            } else if (element instanceof Layout.Text text) {
                if (text.stand().onNewPage() && !current.isEmpty()) {
                    stretches.add(current);
                    current = new ArrayList<>();
                }
                List<Layout.Text> parts = WordPieces.atPageBreaks(text);
                for (int i = 0; i < parts.size(); i++) {
                    if (i > 0) {
                        stretches.add(current);
                        current = new ArrayList<>();
                    }
                    current.addAll(pieces.text(parts.get(i), form.left(), form.textWidth()));
                }
            }
        }
        stretches.add(current);
        return stretches;
    }
}
