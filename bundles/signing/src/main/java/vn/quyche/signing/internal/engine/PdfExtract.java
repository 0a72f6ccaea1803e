package vn.quyche.signing.internal.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Takes pages out of a file into a new one. What was seen of signatures and fields stays seen; they are signatures no more. */
final class PdfExtract {

    private PdfExtract() {}

    static byte[] pages(byte[] file, Set<Integer> pages) throws IOException {
        try (PDDocument source = Loader.loadPDF(file);
                PDDocument extract = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDAcroForm form = source.getDocumentCatalog().getAcroForm();
            if (form != null) {
                form.flatten();
            }
            for (int number : pages) {
                PDPage page = extract.importPage(source.getPage(number - 1));
                // links and remarks lead to pages that are not there
                page.getCOSObject().removeItem(COSName.ANNOTS);
                page.getCOSObject().removeItem(COSName.AA);
                page.getCOSObject().removeItem(COSName.METADATA);
                page.getCOSObject().removeItem(COSName.STRUCT_PARENTS);
            }
            extract.save(out);
            return out.toByteArray();
        }
    }
}
