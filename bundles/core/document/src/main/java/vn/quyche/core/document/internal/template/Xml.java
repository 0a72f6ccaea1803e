package vn.quyche.core.document.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks WordprocessingML. */
final class Xml {

    private Xml() {}

    /** The elements within one. */
    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first element of a name within one. */
    static Optional<Element> child(Node parent, String name) {
        return children(parent).stream().filter(one -> is(one, name)).findFirst();
    }

    /** Whether it is the Word element of a name. */
    static boolean is(Element element, String name) {
        return WordFile.WORD.equals(element.getNamespaceURI())
                && element.getLocalName().equals(name);
    }

    /** The name of a Word element; empty for those of other vocabularies. */
    static String name(Element element) {
        return WordFile.WORD.equals(element.getNamespaceURI()) ? element.getLocalName() : "";
    }

    /** A Word attribute, empty when it is missing. */
    static String get(Element element, String name) {
        return element.getAttributeNS(WordFile.WORD, name);
    }

    /** The attribute {@code val}. */
    static String val(Element element) {
        return get(element, "val");
    }

    /** Whether a switch is on: it is there, and not said to be off. */
    static boolean on(Element element) {
        String val = val(element);
        return !(val.equals("0") || val.equals("false") || val.equals("off"));
    }

    /** A whole number; empty when it is missing or none. */
    static Optional<Integer> number(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of((int) Math.round(Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A measure in twentieths of a point, as points. */
    static Optional<Float> points(Element element, String name) {
        return number(get(element, name)).map(twips -> twips / 20f);
    }
}
