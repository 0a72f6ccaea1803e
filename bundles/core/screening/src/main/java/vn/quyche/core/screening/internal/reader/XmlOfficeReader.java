package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads Word, Excel and PowerPoint files (OOXML) and OpenDocument files by walking through their XML.
 *
 * <p>Every part is read, so that headers, footers, text boxes, comments, notes, hidden sheets and properties are; watermarks
 * too, which stand in an attribute. Parts that are files themselves are looked at as such.
 */
final class XmlOfficeReader implements Reader {

    private static final Pattern PROGRAM = Pattern.compile(
            "(?i).*(vbaProject.*\\.bin|/activeX/.*\\.bin|macrosheets/.*\\.xml)|(Basic|Scripts)/.+\\.(xml|xlb|py|js|bsh|class|jar)");
    private static final Pattern EMBEDDED = Pattern.compile("(?i)(word|xl|ppt)/embeddings/.+");
    /** Elements that end a line of the page; text of all others runs on. */
    private static final Set<String> LINES = Set.of(
            "p", "h", "br", "cr", "line-break", "tr", "table-row", "row", "si", "is", "comment", "sp", "txbxContent",
            "text-box", "oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter", "list-item",
            "header", "footer", "annotation");

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
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
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
            } catch (XMLStreamException e) {
                throw new IOException(e);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private String textOf(InputStream in, String part) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        boolean properties = part.startsWith("docProps/") || part.equals("meta.xml") || part.startsWith("customXml/");
        boolean manifest = part.equals("META-INF/manifest.xml");
        StringBuilder text = new StringBuilder();
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        int silent = 0;
        boolean sheet = part.startsWith("xl/");
        while (xml.hasNext()) {
            inspection.goOn();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String element = xml.getLocalName();
                    if (manifest && element.equals("encryption-data")) {
                        throw new Encrypted();
                    }
                    silent += SILENT.contains(element) || silent > 0 ? 1 : 0;
                    between(element, properties, text);
                    attributes(xml, element, text);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    silent -= silent > 0 ? 1 : 0;
                    between(xml.getLocalName(), properties, text);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (silent == 0 && !manifest) {
                        text.append(xml.getText());
                    }
                }
                default -> {
                    // comments and instructions are not seen
                }
            }
            if (text.length() > inspection.limits().textChars()) {
                break;
            }
        }
        return sheet ? HEADER_CODES.matcher(text).replaceAll("") : text.toString();
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

    private static void attributes(XMLStreamReader xml, String element, StringBuilder text) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            boolean seen = SEEN_ATTRIBUTES.contains(name)
                    || (name.equals("name") && (element.equals("sheet") || element.equals("table")))
                    || (name.equals("string-value") && element.equals("table-cell"));
            if (seen) {
                text.append('\n').append(xml.getAttributeValue(i)).append('\n');
            }
        }
    }
}
