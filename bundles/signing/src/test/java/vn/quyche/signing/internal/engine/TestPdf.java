package vn.quyche.signing.internal.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes, signs and spoils PDF files. */
public final class TestPdf {

    private static final java.security.Provider BOUNCY = new org.bouncycastle.jce.provider.BouncyCastleProvider();
    private static final int RESERVED = 20_000;

    private TestPdf() {}

    /** A change of a document. */
    @FunctionalInterface
    public interface Change {
        void make(PDDocument document) throws IOException;
    }

    /** A decision of some pages. */
    public static byte[] plain(int pages) {
        return made(document -> {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                write(document, page, "So 24/QD-TH: trang " + (i + 1), 700);
            }
        });
    }

    /** A document with a text field and a hidden overlay, as an attacker prepares it. */
    static byte[] withForm() {
        return made(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            write(document, page, "So tien:", 700);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(
                    org.apache.pdfbox.cos.COSName.getPDFName("Helv"),
                    new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            PDTextField field = new PDTextField(form);
            field.setPartialName("tien");
            field.setDefaultAppearance("/Helv 12 Tf 0 g");
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(150, 695, 200, 20));
            widget.setPage(page);
            widget.setPrinted(true);
            page.getAnnotations().add(widget);
            field.setValue("1.000 dong");
        });
    }

    static byte[] made(Change change) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.make(document);
            document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(PDDocument document, PDPage page, String text, float y) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 13);
            content.newLineAtOffset(90, y);
            content.showText(text);
            content.endText();
        }
    }

    /** How a signature is made. */
    static final class How {
        String algorithm = "SHA256withRSA";
        Instant at = TestPki.NOW.minusSeconds(3_600);
        PDRectangle stamp;
        int page;
        int certification;
        String digest = "SHA-256";
        boolean reference = true;
        boolean withChain = true;
        UnaryOperator<byte[]> spoil = value -> value;
        UnaryOperator<byte[]> content = bytes -> bytes;
        String field;
        /** Makes a time stamp over the document in place of a signature. */
        UnaryOperator<byte[]> timestamp;

        Change also = document -> {};

        How algorithm(String name) {
            algorithm = name;
            return this;
        }

        How at(Instant time) {
            at = time;
            return this;
        }

        How stamp(float x, float y, float width, float height) {
            stamp = new PDRectangle(x, y, width, height);
            return this;
        }
    }

    static How how() {
        return new How();
    }

    public static byte[] signed(byte[] pdf, TestPki.Signer signer) {
        return signed(pdf, signer, how());
    }

    /** Signs by incremental update, as a signing tool does. */
    static byte[] signed(byte[] pdf, TestPki.Signer signer, How how) {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(org.apache.pdfbox.cos.COSName.getPDFName("ETSI.CAdES.detached"));
            if (how.timestamp != null) {
                signature.setSubFilter(org.apache.pdfbox.cos.COSName.getPDFName("ETSI.RFC3161"));
                signature.getCOSObject().setName("Type", "DocTimeStamp");
            }
            Calendar time = new GregorianCalendar(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
            time.setTime(Date.from(how.at));
            if (how.timestamp == null) {
                signature.setSignDate(time);
            }
            if (how.certification > 0) {
                certify(document, signature, how.certification);
            }
            how.also.make(document);
            SignatureOptions options = new SignatureOptions();
            options.setPreferredSignatureSize(RESERVED);
            if (how.stamp != null) {
                options.setVisualSignature(stamp(document, how.page, how.stamp));
                options.setPage(how.page);
            }
            SignatureInterface by = content -> how.timestamp != null
                    ? how.timestamp.apply(content.readAllBytes())
                    : how.spoil.apply(cms(how.content.apply(content.readAllBytes()), signer, how));
            document.addSignature(signature, by, options);
            document.saveIncremental(out);
            options.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void certify(PDDocument document, PDSignature signature, int permission) {
        COSDictionary transform = new COSDictionary();
        transform.setName("Type", "TransformParams");
        transform.setInt("P", permission);
        transform.setName("V", "1.2");
        COSDictionary reference = new COSDictionary();
        reference.setName("Type", "SigRef");
        reference.setName("TransformMethod", "DocMDP");
        reference.setItem("TransformParams", transform);
        org.apache.pdfbox.cos.COSArray references = new org.apache.pdfbox.cos.COSArray();
        references.add(reference);
        signature.getCOSObject().setItem("Reference", references);
        COSDictionary permissions = new COSDictionary();
        permissions.setItem("DocMDP", signature);
        document.getDocumentCatalog().getCOSObject().setItem("Perms", permissions);
        document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        permissions.setNeedToBeUpdated(true);
    }

    private static InputStream stamp(PDDocument document, int number, PDRectangle box) throws IOException {
        try (PDDocument template = new PDDocument()) {
            PDPage page = new PDPage(document.getPage(number).getMediaBox());
            template.addPage(page);
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            form.getFields().add(field);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            widget.setRectangle(box);
            PDFormXObject look = new PDFormXObject(new PDStream(template));
            look.setResources(new PDResources());
            look.setFormType(1);
            look.setBBox(new PDRectangle(box.getWidth(), box.getHeight()));
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            PDAppearanceStream normal = new PDAppearanceStream(look.getCOSObject());
            appearance.setNormalAppearance(normal);
            widget.setAppearance(appearance);
            try (PDPageContentStream content = new PDPageContentStream(template, normal)) {
                content.setStrokingColor(1f, 0f, 0f);
                content.addRect(2, 2, box.getWidth() - 4, box.getHeight() - 4);
                content.stroke();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            template.save(out);
            return new ByteArrayInputStream(out.toByteArray());
        }
    }

    /** A detached CMS with the attributes of a baseline signature. */
    static byte[] cms(byte[] content, TestPki.Signer signer, How how) {
        return cms(content, signer, how, false);
    }

    static byte[] cms(byte[] content, TestPki.Signer signer, How how, boolean attached) {
        try {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            if (how.reference) {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(signer.certificate().getEncoded());
                attributes.add(new Attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
            }
            if (attached) {
                attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new DERUTCTime(Date.from(how.at)))));
            }
            AttributeTable table = new AttributeTable(attributes);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(parameters -> {
                        AttributeTable known = new DefaultSignedAttributeTableGenerator(table)
                                .getAttributes(parameters)
                                .remove(CMSAttributes.cmsAlgorithmProtect);
                        // PAdES has the time in the dictionary
                        return attached ? known : known.remove(CMSAttributes.signingTime);
                    })
                    .build(
                            new JcaContentSignerBuilder(how.algorithm)
                                    .setProvider(BOUNCY)
                                    .build(signer.key()),
                            signer.certificate()));
            generator.addCertificates(
                    new JcaCertStore(how.withChain ? signer.chain() : java.util.List.of(signer.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content), attached)
                    .getEncoded("DER");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes a file by incremental update, as an attacker without a key does. */
    public static byte[] updated(byte[] pdf, Change change) {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.make(document);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file anew as a whole, which breaks what was signed. */
    static byte[] rewritten(byte[] pdf, Change change) {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.make(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
