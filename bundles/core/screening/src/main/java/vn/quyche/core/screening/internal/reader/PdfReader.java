package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads PDF: pages, notes and stamps, forms, bookmarks, properties, and the files attached to it. */
final class PdfReader implements Reader {

    private static final int DEEPEST_TREE = 16;
    /** A page with fewer letters is a picture, for example a scan with a page number. */
    private static final int LEAST_LETTERS = 8;

    private final Inspection inspection;
    private final FileLook look;

    PdfReader(Inspection inspection, FileLook look) {
        this.inspection = inspection;
        this.look = look;
    }

    @Override
    public void read(Path file, String label, int depth) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            pages(pdf, label, depth);
            properties(pdf.getDocumentInformation(), label);
            catalog(pdf.getDocumentCatalog(), label, depth);
        } catch (InvalidPasswordException e) {
            throw new Encrypted();
        }
    }

    private void pages(PDDocument pdf, String label, int depth) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        boolean pictures = false;
        for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
            inspection.goOn();
            stripper.setStartPage(i);
            stripper.setEndPage(i);
            String text = stripper.getText(pdf);
            inspection.text(label, text);
            PDPage page = pdf.getPage(i - 1);
            pictures |= text.chars().filter(Character::isLetter).count() < LEAST_LETTERS && hasPicture(page);
            for (PDAnnotation note : page.getAnnotations()) {
                note(note, label, depth);
            }
        }
        if (pictures) {
            inspection.notLookedInside(label);
        }
    }

    private static boolean hasPicture(PDPage page) {
        return page.getResources() != null
                && page.getResources().getXObjectNames().iterator().hasNext();
    }

    private void note(PDAnnotation note, String label, int depth) throws IOException {
        for (COSName key : List.of(COSName.CONTENTS, COSName.T, COSName.getPDFName("Subj"), COSName.NAME)) {
            String text = note.getCOSObject().getString(key);
            if (text == null) {
                text = note.getCOSObject().getNameAsString(key);
            }
            if (text != null) {
                inspection.text(label, text);
            }
        }
        if (note instanceof PDAnnotationFileAttachment attachment
                && attachment.getFile() instanceof PDComplexFileSpecification file) {
            attached(file, label, depth);
        }
    }

    private void properties(PDDocumentInformation about, String label) throws IOException {
        for (String key : about.getMetadataKeys()) {
            String value = about.getCustomMetadataValue(key);
            if (value != null) {
                inspection.text(label, value);
            }
        }
    }

    private void catalog(PDDocumentCatalog catalog, String label, int depth) throws IOException {
        if (catalog.getOpenAction() instanceof PDActionJavaScript
                || catalog.getOpenAction() instanceof PDActionLaunch) {
            inspection.macros(label);
        }
        PDAcroForm form = catalog.getAcroForm(null);
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                inspection.text(label, field.getValueAsString());
            }
            if (form.hasXFA()) {
                inspection.macros(label);
            }
        }
        if (catalog.getDocumentOutline() != null) {
            bookmarks(catalog.getDocumentOutline(), label, 0);
        }
        PDDocumentNameDictionary names = catalog.getNames();
        if (names != null) {
            if (names.getJavaScript() != null) {
                inspection.macros(label);
            }
            PDEmbeddedFilesNameTreeNode files = names.getEmbeddedFiles();
            if (files != null) {
                for (PDComplexFileSpecification file : all(files, 0)) {
                    attached(file, label, depth);
                }
            }
        }
    }

    private void bookmarks(PDOutlineNode node, String label, int level) throws IOException {
        if (level > DEEPEST_TREE) {
            return;
        }
        for (PDOutlineItem item : node.children()) {
            inspection.goOn();
            if (item.getTitle() != null) {
                inspection.text(label, item.getTitle());
            }
            bookmarks(item, label, level + 1);
        }
    }

    private static List<PDComplexFileSpecification> all(PDNameTreeNode<PDComplexFileSpecification> node, int level)
            throws IOException {
        List<PDComplexFileSpecification> files = new ArrayList<>();
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            files.addAll(names.values());
        }
        if (node.getKids() != null && level < DEEPEST_TREE) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                files.addAll(all(kid, level + 1));
            }
        }
        return files;
    }

    private void attached(PDComplexFileSpecification file, String label, int depth) throws IOException {
        if (file == null) {
            return;
        }
        PDEmbeddedFile embedded =
                file.getEmbeddedFileUnicode() != null ? file.getEmbeddedFileUnicode() : file.getEmbeddedFile();
        String name = file.getFilename() == null ? "" : file.getFilename();
        String own = inspection.entry(label, name);
        if (embedded != null) {
            try (InputStream in = embedded.createInputStream()) {
                look.entry(name, in, own, depth + 1);
            }
        }
    }
}
