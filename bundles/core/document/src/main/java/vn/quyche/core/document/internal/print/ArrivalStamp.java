package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.document.internal.print.PdfLines.Line;
import vn.quyche.core.document.internal.print.PdfLines.Span;
import vn.quyche.core.document.internal.print.PdfLines.Stand;

/**
 * The stamp ĐẾN of 35 × 50 mm (NĐ 30/2020/NĐ-CP, Phụ lục IV) as a PDF of that size, to print on a label or onto the letter
 * itself. The file that came is never touched.
 */
public final class ArrivalStamp {

    private static final float WIDTH = 50 * Sheet.MM;
    private static final float HEIGHT = 35 * Sheet.MM;
    private static final float EDGE = 1.5f * Sheet.MM;
    private static final float INSIDE = WIDTH - 4 * EDGE;
    private static final float NAME = 7;
    private static final float BIG = 14;
    private static final float TEXT = 8.5f;
    private static final float LINE = 1.25f;

    private final IncomingDocument document;
    private final String school;
    private final String receiver;

    /**
     * @param school the name of the school
     * @param receiver to whom the document went, empty while nobody handles it
     */
    public ArrivalStamp(IncomingDocument document, String school, String receiver) {
        this.document = document;
        this.school = school;
        this.receiver = receiver;
    }

    /** Writes the PDF. */
    public void write(OutputStream out) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfArchive.prepare(pdf, "Dấu đến " + document.number());
            PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            pdf.addPage(page);
            PdfLines lines = new PdfLines(new PdfFonts(pdf));
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.addRect(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE);
                content.stroke();
                float y = HEIGHT - 2 * EDGE;
                y = put(lines, content, new Span(Wording.clean(school), Face.BOLD, NAME), Stand.CENTER, y);
                y = put(lines, content, new Span("ĐẾN", Face.BOLD, BIG), Stand.CENTER, y);
                for (String text : List.of(
                        "Số: " + document.number(),
                        "Ngày: " + VietnamTime.day(document.arrivedOn()),
                        "Chuyển: " + receiver,
                        "Lưu hồ sơ số:")) {
                    Span span = new Span(Wording.clean(text), Face.REGULAR, TEXT);
                    y = put(lines, content, span, Stand.LEFT, y);
                }
            }
            pdf.save(out);
        }
    }

    /** Draws a text, two lines of it at most, and gives where the next one stands. */
    private static float put(PdfLines lines, PDPageContentStream content, Span text, Stand stand, float top)
            throws IOException {
        float y = top;
        List<Line> wrapped = lines.wrap(text, INSIDE);
        for (Line line : wrapped.subList(0, Math.min(2, wrapped.size()))) {
            lines.draw(content, line, 2 * EDGE, y, INSIDE, stand);
            y -= text.size() * LINE;
        }
        return y;
    }
}
