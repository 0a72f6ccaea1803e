package vn.quyche.core.document.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.document.internal.print.Wording;

/** Puts text in the place of fields. What is typed is text: braces in it are no fields. */
final class Filling {

    /** What stands bold at the beginning of a paragraph: the name of an article. */
    private static final Pattern ARTICLE = Pattern.compile("(Điều \\d{1,3}[a-z]?\\.)(.*)");

    /** What is bold as a whole: the name of a part. */
    private static final Pattern PART = Pattern.compile("([IVXLC]{1,6}\\. .*)()");

    private final Map<Field.Known, List<String>> known;
    private final Map<String, String> entered;

    Filling(Map<Field.Known, List<String>> known, Map<String, String> entered) {
        this.known = known;
        this.entered = entered;
    }

    private record Place(int from, int to, Field field) {}

    void fill(Element paragraph) {
        List<Place> places = places(WordTemplate.textOf(paragraph));
        if (places.isEmpty()) {
            return;
        }
        Field first = places.get(0).field();
        if (first.lines()) {
            several(paragraph, first);
            return;
        }
        // From the end, so that places before stay where they are.
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            replace(WordTemplate.texts(paragraph), place.from(), place.to(), String.join(" ", values(place.field())));
        }
        if (WordTemplate.textOf(paragraph).isBlank()) {
            remove(paragraph);
        }
    }

    private static List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = WordTemplate.matcher(text);
        while (matcher.find()) {
            Field.of(matcher.group(1)).ifPresent(field -> places.add(new Place(matcher.start(), matcher.end(), field)));
        }
        return places;
    }

    /** A paragraph for each line, all of them as the one with the field. */
    private void several(Element paragraph, Field field) {
        List<String> lines = values(field);
        for (int i = 0; i < lines.size(); i++) {
            Element copy = (Element) paragraph.cloneNode(true);
            paragraph.getParentNode().insertBefore(copy, paragraph);
            String line = field.known().filter(Field.Known.RECIPIENTS::equals).isPresent()
                    ? Wording.recipient(lines.get(i), i == lines.size() - 1)
                    : lines.get(i);
            write(copy, line, field.known().isEmpty());
        }
        remove(paragraph);
    }

    /** Writes a line over all the text of a paragraph, in the look of where the field begins. */
    private static void write(Element paragraph, String line, boolean articles) {
        List<Element> texts = WordTemplate.texts(paragraph);
        Element first = texts.stream()
                .filter(one -> one.getTextContent().contains("{"))
                .findFirst()
                .orElse(texts.get(0));
        texts.forEach(one -> set(one, ""));
        Matcher bold = ARTICLE.matcher(line);
        if (articles && (bold.matches() || bold.usePattern(PART).matches())) {
            Element run = (Element) first.getParentNode();
            Element copy = (Element) run.cloneNode(true);
            run.getParentNode().insertBefore(copy, run);
            embolden(copy);
            Element text = WordTemplate.texts(copy).get(WordTemplate.texts(run).indexOf(first));
            set(text, bold.group(1));
            set(first, bold.group(2));
        } else {
            set(first, line);
        }
    }

    private static void embolden(Element run) {
        Element properties = Xml.child(run, "rPr").orElseGet(() -> {
            Element made = run.getOwnerDocument().createElementNS(WordFile.WORD, "w:rPr");
            run.insertBefore(made, run.getFirstChild());
            return made;
        });
        Xml.child(properties, "b").ifPresent(properties::removeChild);
        // The order of what stands there is fixed: after the style and the font.
        Node before = properties.getFirstChild();
        while (before != null && (!(before instanceof Element one) || Xml.is(one, "rStyle") || Xml.is(one, "rFonts"))) {
            before = before.getNextSibling();
        }
        properties.insertBefore(run.getOwnerDocument().createElementNS(WordFile.WORD, "w:b"), before);
    }

    private List<String> values(Field field) {
        List<String> values = field.known()
                .map(known::get)
                .orElseGet(() -> lines(entered.getOrDefault(field.name(), ""), field.lines()));
        return values.stream()
                .map(Wording::clean)
                .map(line -> field.capitals() ? Wording.upper(line) : line)
                .toList();
    }

    private static List<String> lines(String text, boolean lines) {
        return lines
                ? text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of(VietnameseText.line(text));
    }

    /** Replaces a stretch of a paragraph's text, which may lie in several runs. */
    private static void replace(List<Element> texts, int from, int to, String value) {
        int at = 0;
        boolean written = false;
        for (Element one : texts) {
            String text = one.getTextContent();
            int start = Math.max(0, from - at);
            int end = Math.min(text.length(), to - at);
            at += text.length();
            if (start < text.length() && end > 0 && start < end) {
                set(one, text.substring(0, start) + (written ? "" : value) + text.substring(end));
                written = true;
            }
        }
    }

    private static void set(Element text, String value) {
        text.setTextContent(value);
        text.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
    }

    /** Takes a paragraph out; a cell keeps its last one, which may not be missing. */
    private static void remove(Element paragraph) {
        Node parent = paragraph.getParentNode();
        boolean last =
                Xml.children(parent).stream().filter(one -> Xml.is(one, "p")).count() == 1;
        if (last) {
            WordTemplate.texts(paragraph).forEach(one -> set(one, ""));
        } else {
            parent.removeChild(paragraph);
        }
    }
}
