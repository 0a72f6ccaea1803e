package vn.quyche.core.screening.internal.reader;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
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
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeGroup;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
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

/** Reads Word, Excel and PowerPoint files of the time before 2007, and the objects that stand in them. */
final class OldOfficeReader implements Reader {

    private static final int DEEPEST_FOLDER = 12;

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
            switch (type) {
                case "application/msword" -> word(ole.getRoot(), label);
                case "application/vnd.ms-excel" -> excel(ole.getRoot(), label);
                case "application/vnd.ms-powerpoint" -> powerPoint(ole.getRoot(), label);
                default -> inspection.notLookedInside(label);
            }
        } catch (EncryptedDocumentException e) {
            throw new Encrypted();
        }
    }

    private void word(DirectoryNode root, String label) throws IOException {
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

    private void drawings(HSSFSheet sheet, String label) throws IOException {
        HSSFPatriarch drawings = sheet.getDrawingPatriarch();
        if (drawings != null) {
            for (HSSFShape shape : drawings) {
                drawing(shape, label, 0);
            }
        }
    }

    private void drawing(HSSFShape shape, String label, int level) throws IOException {
        if (shape instanceof HSSFSimpleShape simple && simple.getString() != null) {
            inspection.text(label, simple.getString().getString());
        }
        if (shape instanceof HSSFShapeGroup group && level < DEEPEST_FOLDER) {
            for (HSSFShape child : group) {
                drawing(child, label, level + 1);
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
        for (String name : new String[] {
            SummaryInformation.DEFAULT_STREAM_NAME, DocumentSummaryInformation.DEFAULT_STREAM_NAME
        }) {
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
            if (name.equalsIgnoreCase("Macros") || name.equalsIgnoreCase("_VBA_PROJECT_CUR") || name.equalsIgnoreCase("VBA")) {
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
