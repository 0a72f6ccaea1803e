package vn.quyche.core.document.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.quyche.core.document.internal.model.Layout;
import vn.quyche.core.document.internal.model.Layout.Paper;
import vn.quyche.core.document.internal.model.Layout.Piece;
import vn.quyche.core.document.internal.model.Layout.Text;
import vn.quyche.core.document.internal.model.NotPrintable;

/**
 * Reads a Word file as it is to be set. It knows what administrative documents are made of; whatever else is in the file
 * is named and refused, so that nothing is printed wrong or left out (decision 31).
 */
public final class WordReader {

    private static final float MM = 72 / 25.4f;
    /** Word rounds measures to twentieths of a point. */
    private static final float ABOUT = 0.6f * MM;

    private static final float DEFAULT_STOP = 36;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Set<String> SKIPPED =
            Set.of("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "pPr", "rPr", "sectPr");
    private static final Set<String> TRACKED = Set.of(
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "moveFromRangeStart",
            "moveFromRangeEnd",
            "moveToRangeStart",
            "moveToRangeEnd",
            "delText");

    private final WordFile file;
    private final Obstacles obstacles;
    private final Styles styles;
    private final TableReader tables;

    WordReader(WordFile file, Obstacles obstacles) {
        this.file = file;
        this.obstacles = obstacles;
        float eachStop = file.part("settings")
                .flatMap(one -> Xml.child(one.getDocumentElement(), "defaultTabStop"))
                .flatMap(one -> Xml.points(one, "val"))
                .filter(points -> points >= 1)
                .orElse(DEFAULT_STOP);
        this.styles = new Styles(file.part("styles"), new Theme(file.part("theme")), eachStop, obstacles);
        this.tables = new TableReader(styles, obstacles, this::paragraph);
    }

    /**
     * Reads a file.
     *
     * @throws NotPrintable when it is none, or holds what would be printed wrong
     */
    public static Layout read(byte[] content) {
        Obstacles obstacles = new Obstacles();
        Layout layout = new WordReader(WordFile.open(content), obstacles).read();
        obstacles.orThrow();
        return layout;
    }

    Layout read() {
        Document text = file.text();
        Element body = Xml.child(text.getDocumentElement(), "body")
                .orElseThrow(() -> new NotPrintable("document.template.broken"));
        List<Layout.Element> elements = new ArrayList<>();
        blocks(body, elements);
        Paper paper = paper(Xml.child(body, "sectPr"));
        return new Layout(paper, elements);
    }

    private void blocks(Element parent, List<Layout.Element> elements) {
        for (Element one : Xml.children(parent)) {
            switch (Xml.name(one)) {
                case "p" -> elements.add(paragraph(one));
                case "tbl" -> elements.add(tables.table(one));
                case "sdt" -> Xml.child(one, "sdtContent").ifPresent(content -> blocks(content, elements));
                case "customXml" -> blocks(one, elements);
                default -> other(one);
            }
        }
    }

    private Text paragraph(Element paragraph) {
        Optional<Element> properties = Xml.child(paragraph, "pPr");
        CharFormat format = styles.text(properties);
        List<Piece> pieces = new ArrayList<>();
        runs(paragraph, format, pieces);
        if (pieces.isEmpty()) {
            CharFormat mark = styles.run(format, properties.flatMap(one -> Xml.child(one, "rPr")));
            pieces.add(new Piece("", mark.size(), false, false, false));
        }
        return new Text(styles.stand(properties).stand(), merged(pieces));
    }

    private void runs(Element parent, CharFormat paragraph, List<Piece> pieces) {
        for (Element one : Xml.children(parent)) {
            switch (Xml.name(one)) {
                case "r" -> run(one, paragraph, pieces);
                case "hyperlink", "smartTag", "customXml" -> runs(one, paragraph, pieces);
                case "sdt" -> Xml.child(one, "sdtContent").ifPresent(content -> runs(content, paragraph, pieces));
                default -> other(one);
            }
        }
    }

    private void run(Element run, CharFormat paragraph, List<Piece> pieces) {
        CharFormat format = styles.run(paragraph, Xml.child(run, "rPr"));
        StringBuilder text = new StringBuilder();
        for (Element one : Xml.children(run)) {
            switch (Xml.name(one)) {
                case "t" -> text.append(one.getTextContent().replace('\n', ' ').replace('\t', ' '));
                case "tab" -> text.append('\t');
                case "br" -> text.append(lineBreak(one));
                case "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                case "softHyphen", "lastRenderedPageBreak", "rPr" -> {
                    // Nothing of it is printed here.
                }
                default -> other(one);
            }
        }
        if (!text.isEmpty()) {
            if (!text.toString().isBlank()) {
                format.checkFont();
            }
            String shown = format.capitals() ? text.toString().toUpperCase(VIETNAMESE) : text.toString();
            pieces.add(new Piece(shown, format.size(), format.bold(), format.italic(), format.underlined()));
        }
    }

    private char lineBreak(Element one) {
        return switch (Xml.get(one, "type")) {
            case "page" -> '\f';
            case "", "textWrapping" -> '\n';
            default -> {
                obstacles.add("document.template.columns");
                yield '\n';
            }
        };
    }

    /** What is neither text nor a paragraph: harmless marks, or something that would be lost. */
    private void other(Element one) {
        String name = Xml.name(one);
        if (SKIPPED.contains(name)) {
            return;
        }
        if (TRACKED.contains(name)) {
            obstacles.add("document.template.tracked");
            return;
        }
        switch (name.isEmpty() ? one.getLocalName() : name) {
            case "drawing", "pict", "object", "AlternateContent" -> obstacles.add("document.template.drawing");
            case "fldChar",
                    "instrText",
                    "fldSimple",
                    "pgNum",
                    "dayLong",
                    "dayShort",
                    "monthLong",
                    "monthShort",
                    "yearLong",
                    "yearShort" -> obstacles.add("document.template.field-code");
            case "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef" ->
                obstacles.add("document.template.comments");
            case "footnoteReference", "endnoteReference" -> obstacles.add("document.template.footnotes");
            case "sym" -> obstacles.add("document.template.symbols");
            case "ptab" -> obstacles.add("document.template.tabs");
            case "oMath", "oMathPara" -> obstacles.add("document.template.formulas");
            default -> obstacles.add("document.template.other", one.getLocalName());
        }
    }

    /** Stretches of one look are one; several spaces keep their width, which a break of lines would swallow. */
    private static List<Piece> merged(List<Piece> pieces) {
        List<Piece> merged = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.with("").equals(piece.with(""))) {
                merged.set(merged.size() - 1, last.with(last.text() + piece.text()));
            } else {
                merged.add(piece);
            }
        }
        return merged.stream().map(piece -> piece.with(spaced(piece.text()))).toList();
    }

    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean next = i + 1 < text.length() && text.charAt(i + 1) == ' ';
            spaced.append(text.charAt(i) == ' ' && next ? '\u00a0' : text.charAt(i));
        }
        return spaced.toString();
    }

    private Paper paper(Optional<Element> section) {
        Optional<Element> size = section.flatMap(one -> Xml.child(one, "pgSz"));
        Optional<Element> margins = section.flatMap(one -> Xml.child(one, "pgMar"));
        float width = measure(size, "w");
        float height = measure(size, "h");
        float shortSide = Math.min(width, height);
        float longSide = Math.max(width, height);
        if (Math.abs(shortSide - 210 * MM) > ABOUT || Math.abs(longSide - 297 * MM) > ABOUT) {
            obstacles.add("document.template.paper");
        }
        Paper paper = new Paper(
                width,
                height,
                margin(margins, "top", 20, 25),
                margin(margins, "right", 15, 20),
                margin(margins, "bottom", 20, 25),
                margin(margins, "left", 30, 35),
                10 * MM);
        section.ifPresent(this::furniture);
        return paper;
    }

    /** A margin within what NĐ 30/2020/NĐ-CP, Phụ lục I allows, in millimetres. */
    private float margin(Optional<Element> margins, String side, int least, int most) {
        float margin = measure(margins, side);
        if (margin < least * MM - ABOUT || margin > most * MM + ABOUT) {
            obstacles.add("document.template.margins");
        }
        return margin;
    }

    private static float measure(Optional<Element> element, String name) {
        return element.flatMap(one -> Xml.points(one, name)).orElse(0f);
    }

    /** Headers hold the number of the page and nothing else, footers nothing: the printer sets the numbers. */
    private void furniture(Element section) {
        for (Element one : Xml.children(section)) {
            switch (Xml.name(one)) {
                case "headerReference" -> header(one, "header", "document.template.header-text");
                case "footerReference" -> header(one, "footer", "document.template.footer-text");
                case "cols" -> {
                    if (Xml.number(Xml.get(one, "num")).orElse(1) > 1) {
                        obstacles.add("document.template.columns");
                    }
                }
                case "pgBorders" -> obstacles.add("document.template.borders");
                case "lnNumType" -> obstacles.add("document.template.other", "lnNumType");
                default -> {
                    // Kind of section, grid, counting of pages: nothing that changes the text.
                }
            }
        }
    }

    private void header(Element reference, String kind, String code) {
        String id =
                reference.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
        file.part(id, kind).ifPresent(part -> {
            boolean text = hasText(part.getDocumentElement(), kind.equals("header"));
            if (text) {
                obstacles.add(code);
            }
        });
    }

    /** Whether there is more than the number of the page in a part. */
    private static boolean hasText(Element part, boolean numbersAllowed) {
        boolean field = false;
        for (Element one : descendants(part)) {
            switch (one.getLocalName()) {
                case "fldSimple", "instrText" -> {
                    String instruction =
                            one.getLocalName().equals("fldSimple") ? Xml.get(one, "instr") : one.getTextContent();
                    if (!numbersAllowed
                            || !instruction.strip().toUpperCase(Locale.ROOT).matches("PAGE\\b.*")) {
                        return true;
                    }
                    field = true;
                }
                case "drawing", "pict", "object", "AlternateContent", "sym" -> {
                    return true;
                }
                default -> {
                    // Formats, bookmarks and texts, which are looked at together.
                }
            }
        }
        String shown = texts(part).strip();
        return !shown.isEmpty() && !(field && shown.matches("[-–\\s]*[0-9]+[-–\\s]*"));
    }

    private static String texts(Element part) {
        StringBuilder texts = new StringBuilder();
        descendants(part).stream().filter(one -> Xml.is(one, "t")).forEach(one -> texts.append(one.getTextContent()));
        return texts.toString();
    }

    private static List<Element> descendants(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Element one : Xml.children(parent)) {
            found.add(one);
            found.addAll(descendants(one));
        }
        return found;
    }
}
