package vn.quyche.signing.internal.engine;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of one page, line by line, with the place of each letter. */
final class PaperText extends PDFTextStripper {

    private static final int MOST_LETTERS = 50_000;
    private static final double SAME_LINE = 3;

    private final List<Letter> letters = new ArrayList<>();

    /** A letter: its left edge, its width, the line on which it stands, its size. */
    record Letter(String text, double x, double width, double y, double size) {

        double end() {
            return x + width;
        }
    }

    /** A line; letter {@code i} of its text is {@code letters.get(i)}. */
    record Line(String text, List<Letter> letters) {

        Letter first() {
            return letters.get(0);
        }
    }

    private PaperText() {}

    /** The lines of a page from above to below. */
    static List<Line> of(PDDocument document, int page) throws IOException {
        PaperText text = new PaperText();
        text.setStartPage(page);
        text.setEndPage(page);
        text.writeText(document, Writer.nullWriter());
        return text.lines();
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = Normalizer.normalize(String.valueOf(position.getUnicode()), Normalizer.Form.NFC)
                .replace('\u00a0', ' ');
        if (!text.isBlank() && letters.size() < MOST_LETTERS) {
            letters.add(new Letter(
                    text, position.getX(), position.getWidth(), position.getY(), position.getFontSizeInPt()));
        }
    }

    private List<Line> lines() {
        letters.sort(Comparator.comparingDouble(Letter::y));
        List<Line> lines = new ArrayList<>();
        List<Letter> open = new ArrayList<>();
        for (Letter letter : letters) {
            if (!open.isEmpty() && letter.y() - open.get(0).y() > SAME_LINE) {
                lines.add(line(open));
                open.clear();
            }
            open.add(letter);
        }
        if (!open.isEmpty()) {
            lines.add(line(open));
        }
        return lines;
    }

    /** Puts a space where there is room for one, so that words can be looked for. */
    private static Line line(List<Letter> open) {
        List<Letter> sorted = new ArrayList<>(open);
        sorted.sort(Comparator.comparingDouble(Letter::x));
        StringBuilder text = new StringBuilder();
        List<Letter> places = new ArrayList<>();
        Letter before = null;
        for (Letter letter : sorted) {
            if (before != null && letter.x() - before.end() > letter.size() * 0.15) {
                text.append(' ');
                places.add(before);
            }
            text.append(letter.text());
            for (int i = 0; i < letter.text().length(); i++) {
                places.add(letter);
            }
            before = letter;
        }
        return new Line(text.toString(), places);
    }
}
