package vn.quyche.core.document.internal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The styles of a file: which follows from which, and what each of them says. */
final class Styles {

    private static final int DEEPEST = 20;

    private final Map<String, Element> byId = new HashMap<>();
    private final Optional<Element> defaults;
    private final Theme theme;
    private final Obstacles obstacles;
    private final float eachStop;
    private String ofParagraphs = "";

    /** @param eachStop how far apart tab stops are by default */
    Styles(Optional<Document> styles, Theme theme, float eachStop, Obstacles obstacles) {
        this.theme = theme;
        this.obstacles = obstacles;
        this.eachStop = eachStop;
        Optional<Element> root = styles.map(Document::getDocumentElement);
        defaults = root.flatMap(one -> Xml.child(one, "docDefaults"));
        root.map(Xml::children).orElse(List.of()).stream()
                .filter(one -> Xml.is(one, "style"))
                .forEach(this::add);
    }

    private void add(Element style) {
        String id = Xml.get(style, "styleId");
        byId.put(id, style);
        if (Xml.get(style, "type").equals("paragraph")
                && Xml.get(style, "default").equals("1")) {
            ofParagraphs = id;
        }
    }

    /** How a paragraph stands. */
    ParaFormat stand(Optional<Element> properties) {
        ParaFormat format = new ParaFormat(eachStop, obstacles);
        defaults.flatMap(one -> Xml.child(one, "pPrDefault"))
                .flatMap(one -> Xml.child(one, "pPr"))
                .ifPresent(format::apply);
        chain(styleOf(properties)).forEach(style -> Xml.child(style, "pPr").ifPresent(format::apply));
        properties.ifPresent(format::apply);
        return format;
    }

    /** How the text of a paragraph looks where nothing else is said. */
    CharFormat text(Optional<Element> properties) {
        CharFormat format = new CharFormat(theme, obstacles);
        defaults.flatMap(one -> Xml.child(one, "rPrDefault"))
                .flatMap(one -> Xml.child(one, "rPr"))
                .ifPresent(format::apply);
        chain(styleOf(properties)).forEach(style -> Xml.child(style, "rPr").ifPresent(format::apply));
        return format;
    }

    /** How a run looks. */
    CharFormat run(CharFormat paragraph, Optional<Element> properties) {
        CharFormat format = paragraph.copy();
        properties.ifPresent(own -> {
            Xml.child(own, "rStyle")
                    .map(Xml::val)
                    .ifPresent(id ->
                            chain(id).forEach(style -> Xml.child(style, "rPr").ifPresent(format::apply)));
            format.apply(own);
        });
        return format;
    }

    /** A style with those that it follows from, the first of them first. */
    List<Element> chain(String id) {
        List<Element> chain = new ArrayList<>();
        Element style = byId.get(id);
        for (int i = 0; style != null && i < DEEPEST; i++) {
            chain.add(0, style);
            style = Xml.child(style, "basedOn").map(Xml::val).map(byId::get).orElse(null);
        }
        return chain;
    }

    private String styleOf(Optional<Element> properties) {
        return properties.flatMap(one -> Xml.child(one, "pStyle")).map(Xml::val).orElse(ofParagraphs);
    }
}
