package vn.quyche.signing.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of stamps: of the widths of Times New Roman, as the decree wants it, with those of Vietnamese. */
final class StampFonts {

    private final PDDocument document;
    private PDType0Font upright;
    private PDType0Font italic;

    StampFonts(PDDocument document) {
        this.document = document;
    }

    PDType0Font font(boolean slanted) throws IOException {
        if (slanted) {
            italic = italic == null ? load("Italic") : italic;
            return italic;
        }
        upright = upright == null ? load("Regular") : upright;
        return upright;
    }

    private PDType0Font load(String face) throws IOException {
        TrueTypeFont file = file(face);
        // each letter stays a letter of its own: ligatures are strange to who searches the text
        file.setEnableGsub(false);
        document.registerTrueTypeFontForClosing(file);
        return PDType0Font.load(document, file, true);
    }

    /** How wide a text is, in points. */
    static double width(String text, double size, boolean slanted) {
        float[] widths = slanted ? Widths.ITALIC : Widths.UPRIGHT;
        return text.chars()
                        .mapToDouble(c -> widths[c < widths.length ? c : '?'])
                        .sum()
                * size;
    }

    private static TrueTypeFont file(String face) throws IOException {
        try (InputStream in =
                StampFonts.class.getResourceAsStream("/vn/quyche/signing/fonts/LiberationSerif-" + face + ".ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    /** The widths of the letters, read once: a batch measures the same ones a thousand times. */
    private static final class Widths {

        /** Behind the letters of Vietnamese and the punctuation. */
        private static final int LETTERS = 0x2200;

        private static final float[] UPRIGHT = of("Regular");
        private static final float[] ITALIC = of("Italic");

        private static float[] of(String face) {
            try (TrueTypeFont file = file(face)) {
                CmapLookup letters = file.getUnicodeCmapLookup();
                float[] widths = new float[LETTERS];
                for (int c = 0; c < LETTERS; c++) {
                    widths[c] = file.getAdvanceWidth(letters.getGlyphId(c)) / (float) file.getUnitsPerEm();
                }
                return widths;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
