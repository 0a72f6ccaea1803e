package vn.quyche.core.directory.internal.service.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.quyche.core.api.error.Invalid;

/** An Excel file (Office Open XML). Formulas give the value that Excel kept beside them. */
final class XlsxFile implements TableFile {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final int MAX_PARTS = 5_000;
    private static final int MAX_SHEETS = 500;
    private static final int MAX_SHARED_TEXTS = 4_000_000;
    private static final long MAX_SHARED_LENGTH = 64L << 20;

    private final ZipFile zip;
    private final TableLimits limits;
    private final XMLInputFactory xml;
    private final List<String> names = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> sharedTexts = new ArrayList<>();
    private boolean date1904;

    private XlsxFile(ZipFile zip, TableLimits limits) {
        this.zip = zip;
        this.limits = limits;
        this.xml = XMLInputFactory.newFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        xml.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    }

    static XlsxFile open(Path file, TableLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw TableFiles.invalid("directory.import-broken");
        }
        XlsxFile opened = new XlsxFile(zip, limits);
        try {
            opened.readContents();
            return opened;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public List<String> sheets() {
        return List.copyOf(names);
    }

    @Override
    public boolean date1904() {
        return date1904;
    }

    @Override
    public void rows(int sheet, RowReader reader) throws IOException {
        read(parts.get(sheet), in -> new SheetPart(in, sharedTexts).read(reader));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void readContents() throws IOException {
        if (zip.size() > MAX_PARTS) {
            throw TableFiles.invalid("directory.import-bomb");
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw TableFiles.invalid("directory.import-not-a-table");
        }
        Map<String, String> targets = new HashMap<>();
        if (zip.getEntry("xl/_rels/workbook.xml.rels") != null) {
            read("xl/_rels/workbook.xml.rels", in -> readRelations(in, targets));
        }
        read("xl/workbook.xml", in -> readWorkbook(in, targets));
        if (zip.getEntry("xl/sharedStrings.xml") != null) {
            read("xl/sharedStrings.xml", this::readSharedTexts);
        }
        if (names.isEmpty()) {
            throw TableFiles.invalid("directory.import-not-a-table");
        }
    }

    private void readRelations(XMLStreamReader in, Map<String, String> targets) throws XMLStreamException {
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("Relationship")) {
                String id = in.getAttributeValue(null, "Id");
                String target = in.getAttributeValue(null, "Target");
                if (id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
    }

    private void readWorkbook(XMLStreamReader in, Map<String, String> targets) throws XMLStreamException {
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (in.getLocalName().equals("workbookPr")) {
                String flag = in.getAttributeValue(null, "date1904");
                date1904 = "1".equals(flag) || "true".equals(flag);
            } else if (in.getLocalName().equals("sheet") && names.size() < MAX_SHEETS) {
                String state = in.getAttributeValue(null, "state");
                String part = targets.get(relation(in));
                if ((state == null || state.equals("visible")) && part != null && zip.getEntry(part) != null) {
                    names.add(String.valueOf(in.getAttributeValue(null, "name")));
                    parts.add(part);
                }
            }
        }
    }

    private static String relation(XMLStreamReader in) {
        String id = in.getAttributeValue(RELATIONS, "id");
        return id == null ? in.getAttributeValue(STRICT_RELATIONS, "id") : id;
    }

    /** All of them stay in memory, unlike the rows: their limit is lower. */
    private void readSharedTexts(XMLStreamReader in) throws XMLStreamException {
        long length = 0;
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("si")) {
                String text = SheetPart.richText(in, "si");
                length += text.length();
                if (sharedTexts.size() == MAX_SHARED_TEXTS || length > MAX_SHARED_LENGTH) {
                    throw TableFiles.invalid("directory.import-bomb");
                }
                sharedTexts.add(text);
            }
        }
    }

    /** What reads a part. */
    @FunctionalInterface
    private interface PartReader {
        void read(XMLStreamReader in) throws XMLStreamException, IOException;
    }

    private void read(String part, PartReader reader) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry.getSize() > limits.maxUnpacked()) {
            throw TableFiles.invalid("directory.import-bomb");
        }
        try (InputStream in = new LimitedPart(zip.getInputStream(entry), entry.getCompressedSize(), limits)) {
            XMLStreamReader stream = xml.createXMLStreamReader(in);
            try {
                reader.read(stream);
            } finally {
                stream.close();
            }
        } catch (Invalid e) {
            throw e;
        } catch (XMLStreamException | ZipException | IllegalArgumentException e) {
            // A StAX reader may wrap what the stream below it threw.
            if (e.getCause() instanceof Invalid invalid) {
                throw invalid;
            }
            throw TableFiles.invalid("directory.import-broken");
        }
    }

    /** A number as people write it: no exponent, no superfluous zeros. */
    static String plainNumber(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw.strip());
            // 1E9999999 would be a text of ten million digits.
            if (Math.abs((long) number.scale()) > 40 || number.precision() > 40) {
                return raw.strip();
            }
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
        } catch (NumberFormatException e) {
            return raw.strip();
        }
    }
}
