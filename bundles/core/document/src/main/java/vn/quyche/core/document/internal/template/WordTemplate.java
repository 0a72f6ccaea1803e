package vn.quyche.core.document.internal.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.DocumentTemplates.TemplateField;
import vn.quyche.core.document.internal.model.NotPrintable;

/** A Word file with fields, checked: it can be printed, and each of its fields can be filled. */
public final class WordTemplate {

    private static final int MOST_FIELDS = 60;
    private static final int LONGEST_LABEL = 60;
    private static final int SHOWN = 40;
    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}]{1,120})\\}\\}");

    private final WordFile file;
    private final List<Field> fields = new ArrayList<>();

    private WordTemplate(WordFile file) {
        this.file = file;
    }

    /**
     * What the document itself fills in, each a list of lines.
     *
     * @param number room for the number, and the symbol
     * @param capacity in whose name and as what it is signed
     */
    public record Known(
            String superior,
            String school,
            String number,
            String placeAndDate,
            String kind,
            String subject,
            List<String> recipients,
            List<String> capacity,
            String signer) {

        Map<Field.Known, List<String>> values() {
            Map<Field.Known, List<String>> values = new EnumMap<>(Field.Known.class);
            values.put(Field.Known.SUPERIOR, List.of(superior));
            values.put(Field.Known.SCHOOL, List.of(school));
            values.put(Field.Known.NUMBER, List.of(number));
            values.put(Field.Known.PLACE_AND_DATE, List.of(placeAndDate));
            values.put(Field.Known.KIND, List.of(kind));
            values.put(Field.Known.SUBJECT, List.of(subject));
            values.put(Field.Known.RECIPIENTS, recipients);
            values.put(Field.Known.CAPACITY, capacity);
            values.put(Field.Known.SIGNER, List.of(signer));
            return values;
        }
    }

    /**
     * Opens a template.
     *
     * @throws NotPrintable with everything that is wrong with it
     */
    public static WordTemplate open(byte[] content) {
        WordTemplate template = new WordTemplate(WordFile.open(content));
        Obstacles obstacles = new Obstacles();
        new WordReader(template.file, obstacles).read();
        template.findFields(obstacles);
        obstacles.orThrow();
        return template;
    }

    /** What the form asks for, in the order of the text, each once. */
    public List<TemplateField> asked() {
        Map<String, TemplateField> asked = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> field.known().isEmpty())
                .map(field -> new TemplateField(field.name(), field.label(), field.lines(), field.required()))
                .forEach(field -> asked.putIfAbsent(field.name(), field));
        return List.copyOf(asked.values());
    }

    /** What the document itself fills, by its labels. */
    public List<String> known() {
        return fields.stream()
                .flatMap(field -> field.known().stream())
                .map(Field.Known::label)
                .distinct()
                .toList();
    }

    /** The file with all its fields filled. */
    public byte[] fill(Known known, Map<String, String> entered) {
        Document text = file.text();
        Filling filling = new Filling(known.values(), entered);
        paragraphs(text).forEach(filling::fill);
        return file.with(text);
    }

    private void findFields(Obstacles obstacles) {
        Map<String, Field> asked = new LinkedHashMap<>();
        for (Element paragraph : paragraphs(file.text())) {
            String text = textOf(paragraph);
            Matcher matcher = matcher(text);
            while (matcher.find()) {
                Field field = Field.of(matcher.group(1)).orElse(null);
                if (field == null) {
                    obstacles.add(
                            "document.template.unknown-field", matcher.group(1).strip(), knownLabels());
                    continue;
                }
                fields.add(field);
                if (field.label().length() > LONGEST_LABEL) {
                    obstacles.add("document.template.long-label", field.label(), LONGEST_LABEL);
                }
                if (field.lines() && !alone(field, text, matcher)) {
                    obstacles.add("document.template.field-alone", field.label());
                }
                Field before = asked.putIfAbsent(field.name(), field);
                if (before != null && before.known().isEmpty() && before.lines() != field.lines()) {
                    obstacles.add("document.template.field-twice", field.label());
                }
            }
            String rest = matcher(text).replaceAll("");
            if (rest.contains("{{") || rest.contains("}}")) {
                obstacles.add("document.template.open-braces", shortened(text));
            }
        }
        if (fields.isEmpty()) {
            obstacles.add("document.template.no-fields");
        }
        if (asked.size() > MOST_FIELDS) {
            obstacles.add("document.template.many-fields", MOST_FIELDS);
        }
    }

    /** Whether a field has its paragraph for itself; that of the recipients may have its dash and its full stop. */
    private static boolean alone(Field field, String text, Matcher matcher) {
        String around = text.substring(0, matcher.start()) + text.substring(matcher.end());
        return field.known().filter(Field.Known.RECIPIENTS::equals).isPresent()
                ? around.matches("[\\s\\-–.;,]*")
                : around.isBlank();
    }

    static Matcher matcher(String text) {
        return FIELD.matcher(text);
    }

    static List<Element> texts(Element paragraph) {
        NodeList found = paragraph.getElementsByTagNameNS(WordFile.WORD, "t");
        List<Element> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add((Element) found.item(i));
        }
        return texts;
    }

    static String textOf(Element paragraph) {
        return texts(paragraph).stream().map(Element::getTextContent).collect(Collectors.joining());
    }

    private static List<Element> paragraphs(Document text) {
        NodeList found = text.getElementsByTagNameNS(WordFile.WORD, "p");
        List<Element> paragraphs = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            paragraphs.add((Element) found.item(i));
        }
        return paragraphs;
    }

    private static String knownLabels() {
        return Arrays.stream(Field.Known.values()).map(Field.Known::label).collect(Collectors.joining("; "));
    }

    private static String shortened(String text) {
        String line = VietnameseText.line(text);
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
