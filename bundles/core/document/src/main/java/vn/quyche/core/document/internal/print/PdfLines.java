package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Breaks text into lines and draws them. */
final class PdfLines {

    private final PdfFonts fonts;

    /** A stretch of text in one face and size. */
    record Span(String text, Face face, float size, boolean underlined) {

        Span(String text, Face face, float size) {
            this(text, face, size, false);
        }
    }

    /**
     * Where tabs lead, from the left margin.
     *
     * @param origin where the text begins, from the left margin
     * @param stops the places that are set, in order; behind the last one every {@code each}
     */
    record Tabs(float origin, List<Float> stops, float each) {

        static final Tabs NONE = new Tabs(0, List.of(), 36);

        float next(float from) {
            float place = origin + from + 0.5f;
            float stop = stops.stream()
                    .filter(one -> one > place)
                    .findFirst()
                    .orElse((float) (Math.floor(place / each) + 1) * each);
            return stop - origin;
        }
    }

    /** How a line stands between the margins. */
    enum Stand {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFIED
    }

    /** @param tab the room that a tab leaves before it */
    private record Word(Span span, String text, float width, boolean spaced, float tab) {

        Face face() {
            return span.face();
        }

        float size() {
            return span.size();
        }
    }

    /** A line: its words, where it begins, whether a paragraph or a forced break ends it. */
    record Line(List<Word> words, float indent, float width, float size, boolean end) {}

    PdfLines(PdfFonts fonts) {
        this.fonts = fonts;
    }

    List<Line> wrap(Span span, float width) {
        return wrap(List.of(span), width, 0);
    }

    /** Breaks text at spaces to fit the width; a word that is too long by itself is broken where it must. */
    List<Line> wrap(List<Span> spans, float width, float firstIndent) {
        return wrap(spans, width, firstIndent, Tabs.NONE);
    }

    /** Breaks text with tabs in it. */
    List<Line> wrap(List<Span> spans, float width, float firstIndent, Tabs tabs) {
        Wrapping wrapping = new Wrapping(width, firstIndent, tabs);
        for (Span span : spans) {
            wrapping.add(span);
        }
        return wrapping.finish();
    }

    /** Draws a line whose top is given. */
    void draw(PDPageContentStream content, Line line, float left, float top, float width, Stand stand)
            throws IOException {
        if (line.words().isEmpty()) {
            return;
        }
        float room = width - line.indent() - line.width();
        long gaps = line.words().stream().skip(1).filter(Word::spaced).count();
        boolean tabbed = line.words().stream().anyMatch(word -> word.tab() > 0);
        float stretch = stand == Stand.JUSTIFIED && !line.end() && gaps > 0 && !tabbed ? room / gaps : 0;
        float start = left
                + line.indent()
                + switch (stand) {
                    case CENTER -> room / 2;
                    case RIGHT -> room;
                    case LEFT, JUSTIFIED -> 0;
                };
        content.beginText();
        content.newLineAtOffset(start, top - line.size());
        List<Word> words = line.words();
        for (int i = 0; i < words.size(); ) {
            Word first = words.get(i);
            List<Object> shown = new ArrayList<>();
            for (;
                    i < words.size()
                            && words.get(i).face() == first.face()
                            && words.get(i).size() == first.size();
                    i++) {
                boolean space = i + 1 < words.size() && words.get(i + 1).spaced();
                if (words.get(i).tab() > 0) {
                    shown.add(-words.get(i).tab() * 1000 / first.size());
                }
                shown.add(words.get(i).text() + (space ? " " : ""));
                if (space && stretch != 0) {
                    shown.add(-stretch * 1000 / first.size());
                }
            }
            content.setFont(fonts.font(first.face()), first.size());
            content.showTextWithPositioning(shown.toArray());
        }
        content.endText();
        underline(content, line, start, top - line.size(), stretch);
    }

    private void underline(PDPageContentStream content, Line line, float start, float base, float stretch)
            throws IOException {
        float x = start;
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            boolean space =
                    i + 1 < line.words().size() && line.words().get(i + 1).spaced();
            float wide = word.width() + (space ? fonts.width(" ", word.face(), word.size()) + stretch : 0);
            x += word.tab();
            if (word.span().underlined()) {
                boolean on = space && line.words().get(i + 1).span().underlined();
                content.setLineWidth(word.size() / 20);
                content.moveTo(x, base - word.size() / 9);
                content.lineTo(x + (on ? wide : word.width()), base - word.size() / 9);
                content.stroke();
            }
            x += wide;
        }
    }

    private final class Wrapping {

        private final float width;
        private final List<Line> lines = new ArrayList<>();
        private List<Word> words = new ArrayList<>();
        private float indent;
        private float used;
        private float size;
        private boolean space;
        private float tab;
        private final Tabs tabs;

        Wrapping(float width, float firstIndent, Tabs tabs) {
            this.width = width;
            this.tabs = tabs;
            this.indent = firstIndent;
        }

        void add(Span span) {
            size = Math.max(size, span.size());
            String text = fonts.drawable(span.text(), span.face());
            int start = 0;
            for (int i = 0; i <= text.length(); i++) {
                char c = i < text.length() ? text.charAt(i) : 0;
                if (i < text.length() && c != ' ' && c != '\n' && c != '\t') {
                    continue;
                }
                if (i > start) {
                    word(text.substring(start, i), span);
                }
                if (c == '\n') {
                    end(true);
                }
                if (c == '\t') {
                    tab(span);
                }
                space |= c == ' ';
                start = i + 1;
            }
        }

        private void tab(Span span) {
            float from = indent + used + (space && !words.isEmpty() ? fonts.width(" ", span.face(), span.size()) : 0);
            tab += tabs.next(from + tab) - from - tab;
            space = false;
        }

        private void word(String text, Span span) {
            float wide = fonts.width(text, span.face(), span.size());
            boolean spaced = space && !words.isEmpty();
            float gap = (spaced ? fonts.width(" ", span.face(), span.size()) : 0) + tab;
            if (!words.isEmpty() && indent + used + gap + wide > width) {
                end(false);
                spaced = false;
                gap = 0;
            }
            String rest = text;
            while (indent + wide > width && rest.codePointCount(0, rest.length()) > 1) {
                int fits = fitting(rest, span);
                place(rest.substring(0, fits), span, false, 0);
                end(false);
                rest = rest.substring(fits);
                wide = fonts.width(rest, span.face(), span.size());
            }
            place(rest, span, spaced, gap);
        }

        private int fitting(String text, Span span) {
            float wide = 0;
            int i = 0;
            while (i < text.length()) {
                int next = i + Character.charCount(text.codePointAt(i));
                wide += fonts.width(text.substring(i, next), span.face(), span.size());
                if (i > 0 && indent + wide > width) {
                    return i;
                }
                i = next;
            }
            return i;
        }

        private void place(String text, Span span, boolean spaced, float gap) {
            float wide = fonts.width(text, span.face(), span.size());
            words.add(new Word(span, text, wide, spaced, tab));
            used += gap + wide;
            space = false;
            tab = 0;
        }

        private void end(boolean forced) {
            lines.add(new Line(words, indent, used, size, forced));
            words = new ArrayList<>();
            indent = 0;
            used = 0;
            space = false;
            tab = 0;
        }

        List<Line> finish() {
            if (!words.isEmpty() || lines.isEmpty()) {
                end(true);
            }
            return lines;
        }
    }
}
