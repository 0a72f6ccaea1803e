package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces of one PDF, each taken in when it is first used; measures text. */
final class PdfFonts {

    private static final int SUBSTITUTE = '□';

    private final PDDocument document;
    private final Map<Face, Loaded> faces = new EnumMap<>(Face.class);

    /** A face within the document; widths are kept, since long texts ask for the same letters again and again. */
    private static final class Loaded {

        private final PDType0Font font;
        private final TrueTypeFont file;
        private final CmapLookup letters;
        private final float[] widths = new float[Character.MAX_VALUE + 1];

        Loaded(PDDocument document, Face face) throws IOException {
            try (InputStream in = PdfFonts.class.getResourceAsStream(face.file())) {
                file = new TTFParser().parse(new RandomAccessReadBuffer(in));
            }
            // Each letter stays a letter of its own: ligatures are strange to Vietnamese and to who searches the text.
            file.setEnableGsub(false);
            letters = file.getUnicodeCmapLookup();
            font = PDType0Font.load(document, file, true);
            document.registerTrueTypeFontForClosing(file);
            Arrays.fill(widths, -1);
        }

        float width(int c) throws IOException {
            if (c >= widths.length) {
                return advance(c);
            }
            if (widths[c] < 0) {
                widths[c] = advance(c);
            }
            return widths[c];
        }

        private float advance(int c) throws IOException {
            return file.getAdvanceWidth(letters.getGlyphId(c)) / (float) file.getUnitsPerEm();
        }
    }

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    PDType0Font font(Face face) {
        return loaded(face).font;
    }

    float width(String text, Face face, float size) {
        Loaded loaded = loaded(face);
        try {
            float width = 0;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                width += loaded.width(c);
                i += Character.charCount(c);
            }
            return width * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with a box for each character that the font lacks. */
    String drawable(String text, Face face) {
        CmapLookup letters = loaded(face).letters;
        if (text.codePoints().allMatch(c -> c == '\n' || letters.getGlyphId(c) != 0)) {
            return text;
        }
        return text.codePoints()
                .map(c -> c == '\n' || letters.getGlyphId(c) != 0 ? c : SUBSTITUTE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Loaded loaded(Face face) {
        Loaded known = faces.get(face);
        if (known == null) {
            try {
                known = new Loaded(document, face);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.put(face, known);
        }
        return known;
    }
}
