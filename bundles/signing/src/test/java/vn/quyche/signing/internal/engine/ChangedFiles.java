package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.invalid;
import static vn.quyche.signing.internal.engine.TestPdf.how;
import static vn.quyche.signing.internal.engine.TestPdf.plain;
import static vn.quyche.signing.internal.engine.TestPdf.signed;
import static vn.quyche.signing.internal.engine.TestPdf.updated;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Files that were changed behind the signature by incremental update: the bytes that were signed are all there. */
final class ChangedFiles {

    private ChangedFiles() {}

    static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        Map<String, TestPdf.Change> changes = changes();
        Map<String, Supplier<byte[]>> bases = new LinkedHashMap<>();
        bases.put("one signature", () -> signed(plain(2), PKI.principal, how().stamp(350, 100, 150, 60)));
        bases.put(
                "signature and seal",
                () -> signed(
                        signed(plain(2), PKI.principal, how().stamp(350, 100, 150, 60)),
                        PKI.seal,
                        how().stamp(300, 90, 90, 90)));
        bases.put(
                "object streams", () -> signed(GoodFiles.compressed(), PKI.principal, how().stamp(350, 100, 150, 60)));
        bases.forEach((base, file) -> changes.forEach((name, change) ->
                cases.add(invalid("changed after " + base + ": " + name, "", () -> updated(file.get(), change)))));
        Supplier<byte[]> form = () -> signed(TestPdf.withForm(), PKI.principal);
        cases.add(invalid(
                "field value replaced",
                "verify.changed-form",
                () -> updated(form.get(), document -> {
                    PDTextField field = (PDTextField)
                            document.getDocumentCatalog().getAcroForm(null).getField("tien");
                    field.setValue("9.000.000 dong");
                    touch(field.getCOSObject());
                    touch(field.getWidgets()
                            .get(0)
                            .getAppearance()
                            .getNormalAppearance()
                            .getCOSObject());
                })));
        cases.add(invalid(
                "only the look of a field replaced",
                "verify.changed-form",
                () -> updated(form.get(), document -> {
                    PDTextField field = (PDTextField)
                            document.getDocumentCatalog().getAcroForm(null).getField("tien");
                    field.getWidgets().get(0).setAppearance(look(document, new PDRectangle(200, 20)));
                    touch(field.getCOSObject());
                })));
        cases.add(invalid(
                "appearances of fields asked for anew",
                "verify.changed-form",
                () -> updated(form.get(), document -> {
                    document.getDocumentCatalog().getAcroForm(null).setNeedAppearances(true);
                    touch(document.getDocumentCatalog().getAcroForm(null).getCOSObject());
                })));
        cases.add(invalid(
                "font of a field replaced",
                "",
                () -> updated(form.get(), document -> {
                    PDResources resources =
                            document.getDocumentCatalog().getAcroForm(null).getDefaultResources();
                    COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
                    fonts.setItem(COSName.getPDFName("Helv"), fonts.getItem(COSName.getPDFName("Other")));
                    touch(fonts);
                    touch(resources.getCOSObject());
                    touch(document.getDocumentCatalog().getAcroForm(null).getCOSObject());
                })));
        cases.add(invalid(
                "seal put over a form field",
                "verify.covers-annotation",
                () -> signed(form.get(), PKI.seal, how().stamp(160, 690, 90, 90))));
        cases.add(invalid(
                "stamp over the whole page",
                "verify.large-stamp",
                () -> signed(signed(plain(1), PKI.principal), PKI.seal, how().stamp(0, 0, 595, 842))));
        cases.add(invalid(
                "stamp over half of the page",
                "verify.large-stamp",
                () -> signed(signed(plain(1), PKI.principal), PKI.seal, how().stamp(0, 300, 595, 400))));
        for (int permission : List.of(1)) {
            cases.add(invalid("certified against changes, then sealed, P=" + permission, "", () -> {
                TestPdf.How how = how();
                how.certification = permission;
                return signed(signed(plain(1), PKI.principal, how), PKI.seal);
            }));
        }
        changes.forEach((name, change) -> cases.add(invalid("changed together with the seal: " + name, "", () -> {
            TestPdf.How how = how();
            how.also = change;
            return signed(signed(plain(2), PKI.principal, how().stamp(350, 100, 150, 60)), PKI.seal, how);
        })));
        cases.add(invalid(
                "rewritten as a whole", "", () -> TestPdf.rewritten(signed(plain(1), PKI.principal), document -> {})));
        cases.add(invalid("one byte of the text changed", "verify.broken", () -> {
            byte[] file = signed(plain(1), PKI.principal);
            file[600] ^= 1;
            return file;
        }));
        cases.add(invalid(
                "empty field prepared, then drawn without signing",
                "",
                () -> updated(signed(withEmptyField(), PKI.principal), document -> {
                    PDSignatureField field = (PDSignatureField)
                            document.getDocumentCatalog().getAcroForm(null).getField("trong");
                    field.getWidgets().get(0).setAppearance(look(document, new PDRectangle(200, 60)));
                    touch(field.getCOSObject());
                })));
        return cases;
    }

    static byte[] withEmptyField() {
        return TestPdf.rewritten(plain(1), document -> {
            org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm form =
                    new org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName("trong");
            field.getWidgets().get(0).setRectangle(new PDRectangle(90, 690, 200, 60));
            field.getWidgets().get(0).setPage(document.getPage(0));
            document.getPage(0).getAnnotations().add(field.getWidgets().get(0));
            form.getFields().add(field);
        });
    }

    /** What attackers change. */
    static Map<String, TestPdf.Change> changes() {
        Map<String, TestPdf.Change> changes = new LinkedHashMap<>();
        changes.put("page added", document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            pages(document);
        });
        changes.put("page removed", document -> {
            document.removePage(1);
            pages(document);
        });
        changes.put("text added to a page", document -> {
            PDPage page = document.getPage(0);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                content.addRect(90, 690, 300, 30);
                content.fill();
            }
            touch(page.getCOSObject());
        });
        changes.put("content of a page replaced", document -> {
            PDPage page = document.getPage(0);
            page.setContents(new org.apache.pdfbox.pdmodel.common.PDStream(
                    document, new java.io.ByteArrayInputStream("BT ET".getBytes())));
            touch(page.getCOSObject());
        });
        changes.put("content stream itself replaced", document -> {
            COSBase contents = document.getPage(0).getCOSObject().getDictionaryObject(COSName.CONTENTS);
            if (contents instanceof COSArray array) {
                contents = array.getObject(0);
            }
            org.apache.pdfbox.cos.COSStream stream = (org.apache.pdfbox.cos.COSStream) contents;
            try (java.io.OutputStream out = stream.createOutputStream()) {
                out.write("BT ET".getBytes());
            }
            touch(stream);
        });
        changes.put("resources of a page replaced", document -> {
            document.getPage(0).setResources(new PDResources());
            touch(document.getPage(0).getCOSObject());
        });
        changes.put("font replaced", document -> {
            PDResources resources = document.getPage(0).getResources();
            COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
            for (COSName name : fonts.keySet()) {
                COSDictionary font = fonts.getCOSDictionary(name);
                font.setName(COSName.BASE_FONT, "ZapfDingbats");
                touch(font);
            }
        });
        changes.put("page cropped", document -> {
            document.getPage(0).setCropBox(new PDRectangle(0, 0, 595, 400));
            touch(document.getPage(0).getCOSObject());
        });
        changes.put("page turned", document -> {
            document.getPage(0).setRotation(180);
            touch(document.getPage(0).getCOSObject());
        });
        changes.put("note pinned on", document -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(90, 690, 20, 20));
            note.setContents("da huy");
            annotate(document, note);
        });
        changes.put("box drawn over the text", document -> {
            PDAnnotationSquare box = new PDAnnotationSquare();
            box.setRectangle(new PDRectangle(90, 690, 300, 30));
            box.setAppearance(look(document, new PDRectangle(300, 30)));
            annotate(document, box);
        });
        changes.put("unsigned signature field drawn over the text", document -> {
            PDSignatureField field =
                    new PDSignatureField(document.getDocumentCatalog().getAcroForm(null));
            field.setPartialName("gia");
            field.getWidgets().get(0).setRectangle(new PDRectangle(90, 690, 200, 30));
            field.getWidgets().get(0).setAppearance(look(document, new PDRectangle(200, 30)));
            annotate(document, field.getWidgets().get(0));
            COSArray fields = document.getDocumentCatalog()
                    .getAcroForm(null)
                    .getCOSObject()
                    .getCOSArray(COSName.FIELDS);
            fields.add(field.getCOSObject());
            touch(fields);
            touch(document.getDocumentCatalog().getAcroForm(null).getCOSObject());
            touch(document.getDocumentCatalog().getCOSObject());
        });
        changes.put("stamp moved", document -> {
            PDAnnotation stamp = stamp(document);
            stamp.setRectangle(new PDRectangle(20, 700, 150, 60));
            touch(stamp.getCOSObject());
        });
        changes.put("stamp repainted", document -> {
            PDAnnotation stamp = stamp(document);
            stamp.setAppearance(look(document, new PDRectangle(150, 60)));
            touch(stamp.getCOSObject());
        });
        changes.put("stamp repainted in place", document -> {
            org.apache.pdfbox.cos.COSStream stream = stamp(document)
                    .getAppearance()
                    .getNormalAppearance()
                    .getAppearanceStream()
                    .getCOSObject();
            try (java.io.OutputStream out = stream.createOutputStream()) {
                out.write("0 0 0 rg 0 0 150 60 re f".getBytes());
            }
            touch(stream);
        });
        changes.put("stamp hidden", document -> {
            PDAnnotation stamp = stamp(document);
            stamp.setHidden(true);
            touch(stamp.getCOSObject());
        });
        changes.put("stamp taken off the page", document -> {
            document.getPage(0).getCOSObject().removeItem(COSName.ANNOTS);
            touch(document.getPage(0).getCOSObject());
        });
        changes.put("signature field taken out of the form", document -> {
            COSArray fields = document.getDocumentCatalog()
                    .getAcroForm(null)
                    .getCOSObject()
                    .getCOSArray(COSName.FIELDS);
            fields.remove(0);
            touch(fields);
            touch(document.getDocumentCatalog().getAcroForm(null).getCOSObject());
            touch(document.getDocumentCatalog().getCOSObject());
        });
        changes.put("text field added", document -> {
            PDTextField field = new PDTextField(document.getDocumentCatalog().getAcroForm(null));
            field.setPartialName("them");
            COSArray fields = document.getDocumentCatalog()
                    .getAcroForm(null)
                    .getCOSObject()
                    .getCOSArray(COSName.FIELDS);
            fields.add(field.getCOSObject());
            touch(fields);
            touch(document.getDocumentCatalog().getAcroForm(null).getCOSObject());
            touch(document.getDocumentCatalog().getCOSObject());
        });
        changes.put("program at opening", document -> {
            COSDictionary action = new COSDictionary();
            action.setName(COSName.S, "JavaScript");
            action.setItem(COSName.JS, new COSString("app.alert(1)"));
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
            touch(document.getDocumentCatalog().getCOSObject());
        });
        changes.put("layers added", document -> {
            COSDictionary layers = new COSDictionary();
            layers.setItem(COSName.OCGS, new COSArray());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, layers);
            touch(document.getDocumentCatalog().getCOSObject());
        });
        changes.put("file attached", document -> {
            COSDictionary names = new COSDictionary();
            names.setItem(COSName.EMBEDDED_FILES, new COSDictionary());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
            touch(document.getDocumentCatalog().getCOSObject());
        });
        changes.put("catalog replaced", document -> {
            COSDictionary other =
                    new COSDictionary(document.getDocumentCatalog().getCOSObject());
            other.setDirect(false);
            touch(other);
            document.getDocument().getTrailer().setItem(COSName.ROOT, new COSObject(other));
            touch(document.getDocument().getTrailer());
        });
        changes.put("title changed", document -> {
            document.getDocumentInformation().setTitle("Quyet dinh khac");
            touch(document.getDocumentInformation().getCOSObject());
            document.getDocument().getTrailer().setItem(COSName.INFO, document.getDocumentInformation());
        });
        return changes;
    }

    private static void pages(PDDocument document) {
        touch(document.getPages().getCOSObject());
        touch(document.getDocumentCatalog().getCOSObject());
    }

    private static void annotate(PDDocument document, PDAnnotation annotation) throws IOException {
        PDPage page = document.getPage(0);
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(annotation);
        annotation.setPage(page);
        COSBase array = page.getCOSObject().getDictionaryObject(COSName.ANNOTS);
        touch(array instanceof COSArray known ? known : page.getCOSObject());
        touch(annotation.getCOSObject());
        touch(page.getCOSObject());
    }

    private static PDAnnotation stamp(PDDocument document) throws IOException {
        return document.getPage(0).getAnnotations().get(0);
    }

    static PDAppearanceDictionary look(PDDocument document, PDRectangle box) throws IOException {
        PDAppearanceStream stream = new PDAppearanceStream(document);
        stream.setBBox(box);
        stream.setResources(new PDResources());
        try (PDPageContentStream content = new PDPageContentStream(document, stream)) {
            content.setNonStrokingColor(1f, 1f, 1f);
            content.addRect(0, 0, box.getWidth(), box.getHeight());
            content.fill();
        }
        PDAppearanceDictionary look = new PDAppearanceDictionary();
        look.setNormalAppearance(stream);
        touch(stream.getCOSObject());
        touch(look.getCOSObject());
        return look;
    }

    static void touch(COSBase object) {
        if (object instanceof COSDictionary dictionary) {
            dictionary.setNeedToBeUpdated(true);
        } else if (object instanceof COSArray array) {
            array.setNeedToBeUpdated(true);
        }
    }
}
