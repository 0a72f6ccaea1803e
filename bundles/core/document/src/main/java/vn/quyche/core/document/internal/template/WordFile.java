package vn.quyche.core.document.internal.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import vn.quyche.core.document.internal.model.NotPrintable;
import vn.quyche.core.document.internal.model.NotPrintable.Obstacle;

/** A DOCX file, opened within limits. What would reach out of it, or run, is refused before anything is read. */
final class WordFile {

    /** The largest file, bytes; a template is a few pages without pictures. */
    static final int LARGEST = 2 << 20;

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final int MOST_PARTS = 500;
    private static final int MOST_UNPACKED = 20 << 20;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private final Map<String, byte[]> parts;
    private final String main;
    private final Map<String, String> related;

    private WordFile(Map<String, byte[]> parts) {
        this.parts = parts;
        refuseWhatRuns();
        this.main = relations("_rels/.rels", "").entrySet().stream()
                .filter(one -> one.getKey().endsWith(" " + OFFICE + "officeDocument"))
                .map(Map.Entry::getValue)
                .filter(parts::containsKey)
                .findFirst()
                .orElseThrow(WordFile::broken);
        int slash = main.lastIndexOf('/') + 1;
        String folder = main.substring(0, slash);
        this.related = relations(folder + "_rels/" + main.substring(slash) + ".rels", folder);
        for (String part : parts.keySet()) {
            if (part.endsWith(".rels")) {
                relations(part, "");
            }
        }
    }

    /** Opens a file. */
    static WordFile open(byte[] content) {
        if (content.length > LARGEST) {
            throw new NotPrintable("document.template.too-large", LARGEST >> 20);
        }
        if (content.length >= OLD_OFFICE.length && startsWith(content, OLD_OFFICE)) {
            throw new NotPrintable("document.template.old-word");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int left = MOST_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0 || parts.size() >= MOST_PARTS) {
                    throw new NotPrintable("document.template.too-large", LARGEST >> 20);
                }
                if (parts.put(entry.getName(), part) != null) {
                    throw broken();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
        return new WordFile(parts);
    }

    /** The text itself. */
    Document text() {
        return xml(main);
    }

    /** The part of a kind that the text names, for example {@code styles}. */
    Optional<Document> part(String kind) {
        return related.entrySet().stream()
                .filter(one -> one.getKey().endsWith(" " + OFFICE + kind))
                .map(Map.Entry::getValue)
                .filter(parts::containsKey)
                .findFirst()
                .map(this::xml);
    }

    /** The part with an id in the text, for example a header. */
    Optional<Document> part(String id, String kind) {
        return Optional.ofNullable(related.get(id + " " + OFFICE + kind))
                .filter(parts::containsKey)
                .map(this::xml);
    }

    /** The file with another text; all the rest stays. */
    byte[] with(Document text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                // The same entries give the same bytes.
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getKey().equals(main) ? bytes(text) : part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void refuseWhatRuns() {
        List<Obstacle> found = new ArrayList<>();
        byte[] types = parts.get("[Content_Types].xml");
        if (types == null) {
            throw broken();
        }
        boolean macros = new String(types, StandardCharsets.UTF_8).contains("macroEnabled")
                || parts.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.contains("vba") || name.endsWith(".bin") && name.contains("activex"));
        if (macros) {
            found.add(new Obstacle("document.template.macros", List.of()));
        }
        if (parts.keySet().stream().anyMatch(name -> name.contains("/embeddings/") || name.contains("/activeX/"))) {
            found.add(new Obstacle("document.template.embedded", List.of()));
        }
        if (!found.isEmpty()) {
            throw new NotPrintable(found);
        }
    }

    /** Where the relations of a part lead, by id and kind. */
    private Map<String, String> relations(String part, String folder) {
        Map<String, String> relations = new HashMap<>();
        if (!parts.containsKey(part)) {
            return relations;
        }
        for (Element one : Xml.children(xml(part).getDocumentElement())) {
            if (one.getAttribute("TargetMode").equalsIgnoreCase("External")) {
                throw new NotPrintable("document.template.external-link", shortened(one.getAttribute("Target")));
            }
            String target = one.getAttribute("Target");
            relations.put(
                    one.getAttribute("Id") + " " + one.getAttribute("Type"),
                    target.startsWith("/") ? target.substring(1) : folder + target);
        }
        return relations;
    }

    private Document xml(String part) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new ByteArrayInputStream(parts.get(part)));
        } catch (SAXException | IOException e) {
            throw broken();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Document text) throws IOException {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            text.setXmlStandalone(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(text), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String shortened(String target) {
        return target.length() > 80 ? target.substring(0, 80) + "…" : target;
    }

    private static NotPrintable broken() {
        return new NotPrintable("document.template.broken");
    }

    /** What is wrong with a file is told by its refusal, not on the console. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // nothing that would change the text
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
