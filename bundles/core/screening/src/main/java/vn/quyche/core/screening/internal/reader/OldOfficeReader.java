package vn.quyche.core.screening.internal.reader;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.Property;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.extractor.ExcelExtractor;
import org.apache.poi.hssf.extractor.OldExcelExtractor;
import org.apache.poi.hssf.record.EscherAggregate;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.TextObjectRecord;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.util.RecordFormatException;

/** Reads Word, Excel and PowerPoint files of the time before 2007, and the objects that stand in them. */
final class OldOfficeReader implements Reader {

    private static final int DEEPEST_FOLDER = 12;
    private static final int LARGEST_STREAM = 4 << 20;
    /** How the text stream of Word starts, 97 and later, 6 and 95: the library reads anything as a very old file. */
    private static final Set<Integer> WORD_MAGIC = Set.of(0xa5ec, 0xa5dc, 0xa697, 0xa698, 0xa699);

    private final Inspection inspection;
    private final FileLook look;
    private final String type;

    OldOfficeReader(Inspection inspection, FileLook look, String type) {
        this.inspection = inspection;
        this.look = look;
        this.type = type;
    }

    @Override
    public void read(Path file, String label, int depth) throws IOException {
        if (type.equals(ContentTypes.ENCRYPTED_OFFICE)) {
            throw new Encrypted();
        }
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            properties(ole.getRoot(), label);
            objects(ole.getRoot(), label, depth, 0);
            try {
                document(ole.getRoot(), label);
            } catch (RecordFormatException e) {
                if (depth == 0) {
                    throw e;
                }
                // Charts in documents are only nearly Excel files: their plain strings have to do.
                strings(ole.getRoot(), label);
            }
        } catch (EncryptedDocumentException e) {
            throw new Encrypted();
        }
    }

    private void document(DirectoryNode root, String label) throws IOException {
        switch (type) {
            case "application/msword" -> word(root, label);
            case "application/vnd.ms-excel" -> excel(root, label);
            case "application/vnd.ms-powerpoint" -> powerPoint(root, label);
            default -> strings(root, label);
        }
    }

    /** Looks at whatever reads as text in the streams, in both of the encodings that they use. */
    private void strings(DirectoryNode root, String label) throws IOException {
        for (Entry entry : root) {
            if (entry instanceof DocumentEntry document && document.getSize() <= LARGEST_STREAM) {
                byte[] bytes;
                try (DocumentInputStream in = new DocumentInputStream(document)) {
                    bytes = in.readAllBytes();
                }
                for (Charset charset : List.of(StandardCharsets.UTF_16LE, Charset.forName("windows-1252"))) {
                    inspection.text(label, new String(bytes, charset).replaceAll("\\p{Cntrl}+", "\n"));
                }
            }
        }
        inspection.notLookedInside(label);
    }

    private void word(DirectoryNode root, String label) throws IOException {
        if (!WORD_MAGIC.contains(magic(root))) {
            throw new IOException("no Word file");
        }
        try (HWPFDocument document = new HWPFDocument(root);
                WordExtractor text = new WordExtractor(document)) {
            inspection.text(label, text.getText());
            inspection.text(label, String.join("\n", text.getMainTextboxText()));
            inspection.text(label, String.join("\n", text.getCommentsText()));
            inspection.text(label, String.join("\n", text.getFootnoteText()));
            inspection.text(label, String.join("\n", text.getEndnoteText()));
        } catch (OldFileFormatException e) {
            try (HWPFOldDocument document = new HWPFOldDocument(root);
                    Word6Extractor text = new Word6Extractor(document)) {
                inspection.text(label, text.getText());
            }
        }
    }

    private static int magic(DirectoryNode root) throws IOException {
        try (DocumentInputStream in = root.createDocumentInputStream("WordDocument")) {
            return in.readUShort();
        }
    }

    private void excel(DirectoryNode root, String label) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook(root, false)) {
            try (ExcelExtractor text = new ExcelExtractor(book)) {
                text.setIncludeHeadersFooters(true);
                text.setIncludeCellComments(true);
                text.setIncludeSheetNames(true);
                inspection.text(label, text.getText());
            }
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                drawings(book.getSheetAt(i), label);
            }
        } catch (OldExcelFormatException e) {
            try (OldExcelExtractor text = new OldExcelExtractor(root)) {
                inspection.text(label, text.getText());
            }
        }
    }

    /** Text boxes, also those within groups. */
    private void drawings(HSSFSheet sheet, String label) throws IOException {
        EscherAggregate drawings = sheet.getDrawingEscherAggregate();
        if (drawings != null) {
            for (Record drawing : drawings.getShapeToObjMapping().values()) {
                if (drawing instanceof TextObjectRecord box && box.getStr() != null) {
                    inspection.text(label, box.getStr().getString());
                }
            }
        }
    }

    private void powerPoint(DirectoryNode root, String label) throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow(root);
                SlideShowExtractor<HSLFShape, HSLFTextParagraph> text = new SlideShowExtractor<>(show)) {
            text.setMasterByDefault(true);
            text.setNotesByDefault(true);
            text.setCommentsByDefault(true);
            inspection.text(label, text.getText());
        }
    }

    private void properties(DirectoryNode root, String label) throws IOException {
        for (String name :
                new String[] {SummaryInformation.DEFAULT_STREAM_NAME, DocumentSummaryInformation.DEFAULT_STREAM_NAME}) {
            try {
                if (root.hasEntryCaseInsensitive(name)) {
                    PropertySet set = PropertySetFactory.create(root, name);
                    for (Property property : set.getProperties()) {
                        if (property.getValue() instanceof String value) {
                            inspection.text(label, value);
                        }
                    }
                }
            } catch (HPSFException | FileNotFoundException | IllegalStateException e) {
                // Properties that nobody can read are no reason to refuse the text.
                inspection.goOn();
            }
        }
    }

    /** Programs and files that stand in the document. */
    private void objects(DirectoryNode folder, String label, int depth, int level) throws IOException {
        for (Entry entry : folder) {
            String name = entry.getName();
            if (name.equalsIgnoreCase("Macros")
                    || name.equalsIgnoreCase("_VBA_PROJECT_CUR")
                    || name.equalsIgnoreCase("VBA")) {
                inspection.macros(label);
            }
            if (entry instanceof DocumentEntry && name.equals(Ole10Native.OLE10_NATIVE)) {
                packed(folder, label, depth);
            } else if (entry instanceof DocumentEntry document && name.equalsIgnoreCase("Package")) {
                inspection.entry(label, "");
                try (DocumentInputStream in = new DocumentInputStream(document)) {
                    look.entry("", in, label, depth + 1);
                }
            } else if (entry instanceof DirectoryEntry && level < DEEPEST_FOLDER) {
                objects((DirectoryNode) entry, label, depth, level + 1);
            }
        }
    }

    private void packed(DirectoryNode folder, String label, int depth) throws IOException {
        try {
            Ole10Native packed = Ole10Native.createFromEmbeddedOleObject(folder);
            String name = packed.getLabel() == null ? "" : packed.getLabel();
            String own = inspection.entry(label, name);
            look.entry(name, new ByteArrayInputStream(packed.getDataBuffer()), own, depth + 1);
        } catch (Ole10NativeException e) {
            throw new IOException(e);
        }
    }
}
