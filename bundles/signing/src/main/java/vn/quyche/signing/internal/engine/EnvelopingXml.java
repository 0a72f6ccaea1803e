package vn.quyche.signing.internal.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * XML files that are a signature around what is signed (XAdES enveloping). The engine tells the signed object as a part of the
 * file; here is looked whether there is anything else in it. That references and values are right is for the engine to say.
 */
final class EnvelopingXml {

    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final String OBJECT = SIGNATURES + "Object";
    private static final String BASE64 = SIGNATURES + "base64";
    /** How an object may be turned into what is hashed: written in one form, or read from Base64; nothing is left out. */
    private static final Set<String> WHOLE = Set.of(
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2006/12/xml-c14n11",
            BASE64);

    private EnvelopingXml() {}

    /** Whether the file is one signature, and all objects in it are signed by it as they stand. */
    static boolean holdsWhole(byte[] file) {
        try {
            Element root = parsed(file);
            return is(root, SIGNATURES, "Signature") && names(root) && signed(root);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return false;
        }
    }

    private static Element parsed(byte[] file) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setExpandEntityReferences(false);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(file))
                .getDocumentElement();
    }

    /** A reference leads to one element: no name is given twice; there is no other signature inside, and no comment. */
    private static boolean names(Element root) {
        return names(root, root, new HashSet<>());
    }

    private static boolean names(Element root, Element element, Set<String> seen) {
        if (element != root && is(element, SIGNATURES, "Signature")) {
            return false;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            if (name.equalsIgnoreCase("id") && !seen.add(attribute.getValue())) {
                return false;
            }
        }
        // a comment is not hashed as a rule, and neither would a reader expect one
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.COMMENT_NODE || node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                return false;
            }
        }
        return children(element).stream().allMatch(child -> names(root, child, seen));
    }

    private static boolean signed(Element root) {
        Set<String> referred = new HashSet<>();
        Set<String> decoded = new HashSet<>();
        for (Element info : children(root)) {
            if (is(info, SIGNATURES, "SignedInfo")) {
                children(info).stream()
                        .filter(one -> is(one, SIGNATURES, "Reference") && isWhole(one))
                        .forEach(one -> {
                            referred.add(one.getAttribute("URI"));
                            if (transforms(one).anyMatch(BASE64::equals)) {
                                decoded.add(one.getAttribute("URI"));
                            }
                        });
            }
        }
        int objects = 0;
        for (Element child : children(root)) {
            if (is(child, SIGNATURES, "Object")) {
                String id = child.getAttribute("Id");
                boolean encoded = decoded.contains("#" + id);
                if (!id.isEmpty() && referred.contains("#" + id) && (!encoded || isEncoded(child))) {
                    objects++;
                } else if (!isProperties(child)) {
                    return false;
                }
            } else if (!is(child, SIGNATURES, "SignedInfo")
                    && !is(child, SIGNATURES, "SignatureValue")
                    && !is(child, SIGNATURES, "KeyInfo")) {
                return false;
            }
        }
        return objects > 0;
    }

    /** Whether a reference is to an object as it stands: not to a list of further files, and without a transform that leaves out. */
    private static boolean isWhole(Element reference) {
        String type = reference.getAttribute("Type");
        return (type.isEmpty() || type.equals(OBJECT)) && transforms(reference).allMatch(WHOLE::contains);
    }

    private static Stream<String> transforms(Element reference) {
        return children(reference).stream()
                .filter(child -> is(child, SIGNATURES, "Transforms"))
                .flatMap(transforms -> children(transforms).stream())
                .map(transform -> children(transform).isEmpty() ? transform.getAttribute("Algorithm") : "");
    }

    /** Base64 alone: what else is in the object, elements and attributes, is not hashed. */
    private static boolean isEncoded(Element object) {
        NamedNodeMap attributes = object.getAttributes();
        boolean plain = children(object).isEmpty();
        for (int i = 0; i < attributes.getLength(); i++) {
            plain &= Set.of("Id", "Encoding", "MimeType")
                            .contains(attributes.item(i).getNodeName())
                    || XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(
                            attributes.item(i).getNamespaceURI());
        }
        return plain;
    }

    /** The properties of the signature; the signed ones have a reference of their own, which the engine asks for. */
    private static boolean isProperties(Element object) {
        List<Element> inside = children(object);
        return inside.size() == 1
                && is(inside.get(0), XADES, "QualifyingProperties")
                && object.getTextContent()
                        .strip()
                        .equals(inside.get(0).getTextContent().strip());
    }

    private static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
