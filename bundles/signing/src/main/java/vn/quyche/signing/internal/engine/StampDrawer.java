package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.visible.SignatureFieldBoxBuilder;
import eu.europa.esig.dss.pdf.visible.VisualSignatureFieldAppearance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Gives the engine a stamp of ours as the look of the signature field. The same stamp gives the same bytes each time. */
final class StampDrawer implements PdfBoxSignatureDrawer, SignatureFieldBoxBuilder {

    private final Stamp stamp;
    private PDDocument document;
    private SignatureOptions options;

    StampDrawer(Stamp stamp) {
        this.stamp = stamp;
    }

    @Override
    public void init(SignatureImageParameters parameters, PDDocument signed, SignatureOptions signatureOptions) {
        document = signed;
        options = signatureOptions;
    }

    private StampDrawing.Sheet sheet() {
        return StampDrawing.Sheet.of(document.getPage(stamp.page() - 1));
    }

    @Override
    public void draw() throws IOException {
        StampDrawing.Sheet sheet = sheet();
        try (PDDocument template = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            template.setDocumentId(0L);
            template.addPage(new PDPage(document.getPage(stamp.page() - 1).getMediaBox()));
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(sheet.own(stamp.box()));
            PDAppearanceDictionary looks = new PDAppearanceDictionary();
            looks.getCOSObject().setDirect(true);
            looks.setNormalAppearance(StampDrawing.look(template, stamp, sheet.turned()));
            widget.setAppearance(looks);
            template.save(out);
            options.setVisualSignature(new ByteArrayInputStream(out.toByteArray()));
            options.setPage(stamp.page() - 1);
        }
    }

    @Override
    public VisualSignatureFieldAppearance buildSignatureFieldBox() {
        PDRectangle own = sheet().own(stamp.box());
        PDRectangle page = document.getPage(stamp.page() - 1).getMediaBox();
        float left = own.getLowerLeftX() - page.getLowerLeftX();
        float top = page.getUpperRightY() - own.getUpperRightY();
        AnnotationBox box = new AnnotationBox(left, top, left + own.getWidth(), top + own.getHeight());
        return () -> box;
    }
}
