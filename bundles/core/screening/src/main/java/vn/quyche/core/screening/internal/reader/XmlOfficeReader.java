package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads Word, Excel and PowerPoint files (OOXML) and OpenDocument files by walking through their XML.
 *
 * <p>Every part is read, so that headers, footers, text boxes, comments, notes, hidden sheets and properties are; watermarks
 * too, which stand in an attribute. Parts that are files themselves are looked at as such.
 */
final class XmlOfficeReader implements Reader {

    private static final Pattern PROGRAM = Pattern.compile(
            "(?i).*(vbaProject.*\\.bin|/activeX/.*\\.bin|macrosheets/.*\\.xml)|(Basic|Scripts)/.+\\.(xml|xlb|py|js|bsh|class|jar)");
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final Pattern EMBEDDED = Pattern.compile("(?i)(word|xl|ppt)/embeddings/.+");
    /** Elements that end a line of the page; text of all others runs on. */
    private static final Set<String> LINES = Set.of(
            "p",
            "h",
            "br",
            "cr",
            "line-break",
            "tr",
            "table-row",
            "row",
            "si",
            "is",
            "comment",
            "sp",
            "txbxContent",
            "text-box",
            "oddHeader",
            "evenHeader",
            "firstHeader",
            "oddFooter",
            "evenFooter",
            "firstFooter",
            "list-item",
            "header",
            "footer",
            "annotation");

    private static final Set<String> CELLS = Set.of("tab", "tc", "table-cell", "c");
    /** Elements whose text is no text of the page. */
    private static final Set<String> SILENT = Set.of("instrText", "f", "formula1", "formula2", "binary-data", "script");

    /** Attributes that a reader sees: watermarks, names of sheets and slides, descriptions of pictures. */
    private static final Set<String> SEEN_ATTRIBUTES = Set.of("string", "descr", "title", "prompt", "promptTitle");

    private static final Pattern HEADER_CODES = Pattern.compile("&(\"[^\"]*\"|K[0-9A-Fa-f]{6}|\\d+|[A-Z])");

    private final Inspection inspection;
    private final FileLook look;

    XmlOfficeReader(Inspection inspection, FileLook look) {
        this.inspection = inspection;
        this.look = look;
    }

    @Override
    public void read(Path file, String label, int depth) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            // It says whether the other parts can be read at all.
            ZipEntry manifest = zip.getEntry(MANIFEST);
            if (manifest != null) {
                part(zip, manifest, label, depth);
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().equals(MANIFEST)) {
                    part(zip, entry, label, depth);
                }
            }
        }
    }

    private void part(ZipFile zip, ZipEntry entry, String label, int depth) throws IOException {
        String name = entry.getName();
        if (PROGRAM.matcher(name).matches()) {
            inspection.macros(label);
        } else if (EMBEDDED.matcher(name).matches()) {
            inspection.entry(label, name);
            try (InputStream in = zip.getInputStream(entry)) {
                look.entry(name, in, label, depth + 1);
            }
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            // Unpacked first, so that a bomb in a part is counted like one in an archive.
            Path part;
            try (InputStream in = zip.getInputStream(entry)) {
                part = inspection.unpack(in, label);
            }
            try (InputStream in = Files.newInputStream(part)) {
                inspection.text(label, textOf(in, name));
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private String textOf(InputStream in, String part) throws IOException {
        Page page = new Page(part);
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.newSAXParser().parse(in, page);
        } catch (SAXException | ParserConfigurationException e) {
            throw e.getCause() instanceof IOException stop ? stop : new IOException(e);
        }
        String text = page.text.toString();
        return part.startsWith("xl/") ? HEADER_CODES.matcher(text).replaceAll("") : text;
    }

    /** Gathers the text of one part. Its errors are thrown, not printed as the parser does by itself. */
    private final class Page extends DefaultHandler {

        private final StringBuilder text = new StringBuilder();
        private final boolean properties;
        private final boolean manifest;
        private int silent;

        Page(String part) {
            properties = part.startsWith("docProps/") || part.equals("meta.xml") || part.startsWith("customXml/");
            manifest = part.equals(MANIFEST);
        }

        @Override
        public void startElement(String space, String element, String name, Attributes attributes) throws SAXException {
            try {
                inspection.goOn();
                if (manifest && element.equals("encryption-data")) {
                    throw new Encrypted();
                }
            } catch (IOException e) {
                throw new SAXException(e);
            }
            silent += SILENT.contains(element) || silent > 0 ? 1 : 0;
            between(element, properties, text);
            attributes(attributes, element, text);
        }

        @Override
        public void endElement(String space, String element, String name) {
            silent -= silent > 0 ? 1 : 0;
            between(element, properties, text);
        }

        @Override
        public void characters(char[] characters, int start, int length) throws SAXException {
            if (silent == 0 && !manifest) {
                text.append(characters, start, length);
                if (text.length() > inspection.limits().textChars()) {
                    throw new SAXException("more text than is read");
                }
            }
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }

    private static void between(String element, boolean properties, StringBuilder text) {
        if (properties || LINES.contains(element)) {
            text.append('\n');
        } else if (CELLS.contains(element)) {
            text.append('\t');
        } else if (element.equals("s")) {
            text.append(' ');
        }
    }

    private static void attributes(Attributes attributes, String element, StringBuilder text) {
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getLocalName(i);
            boolean seen = SEEN_ATTRIBUTES.contains(name)
                    || (name.equals("name") && (element.equals("sheet") || element.equals("table")))
                    || (name.equals("string-value") && element.equals("table-cell"));
            if (seen) {
                text.append('\n').append(attributes.getValue(i)).append('\n');
            }
        }
    }
}
