package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.invalid;
import static vn.quyche.signing.internal.engine.TestCase.open;
import static vn.quyche.signing.internal.engine.TestCase.valid;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;

/** Signatures that are not in PDF: containers, XML, messages. */
final class OtherForms {

    private static final byte[] TEXT = "Noi dung quyet dinh".getBytes(StandardCharsets.UTF_8);
    private static final byte[] XML = "<ban><so>24/QD-TH</so></ban>".getBytes(StandardCharsets.UTF_8);

    private OtherForms() {}

    static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        cases.add(valid("XAdES enveloped", 1, () -> xades(SignaturePackaging.ENVELOPED)));
        cases.add(valid("XAdES enveloping", 1, () -> xades(SignaturePackaging.ENVELOPING)));
        cases.add(invalid(
                "XAdES enveloping, content changed",
                "verify.broken",
                () -> enveloping(">PGJhbj48c28+MjQ", ">PGJhbj48c28+MjU")));
        cases.add(open(
                "XAdES enveloping, an object nobody signed",
                "verify.part-only",
                () -> enveloping("</ds:Signature>", "<ds:Object Id=\"them\"><so>25</so></ds:Object></ds:Signature>")));
        cases.add(open(
                "XAdES enveloping, text beside the properties",
                "verify.part-only",
                () -> enveloping("</xades:QualifyingProperties>", "</xades:QualifyingProperties>25/QD")));
        cases.add(open(
                "XAdES enveloping, a comment in the object",
                "verify.part-only",
                () -> enveloping("</ds:Object>", "<!-- 25/QD --></ds:Object>")));
        cases.add(open(
                "XAdES enveloping, an element in the object",
                "verify.part-only",
                () -> enveloping("</ds:Object>", "<so doi=\"25/QD\"/></ds:Object>")));
        cases.add(open(
                "XAdES enveloping, an attribute of the object",
                "verify.part-only",
                () -> enveloping("<ds:Object Id", "<ds:Object so=\"25/QD\" Id")));
        cases.add(invalid(
                "XAdES enveloping, a name twice",
                "verify.broken",
                () -> enveloping(
                        "</ds:Signature>",
                        "<ds:Object Id=\"" + objectId() + "\"><so>25</so></ds:Object></ds:Signature>")));
        cases.add(open(
                "XAdES enveloping inside of something else",
                "verify.part-only",
                () -> around("<ban><so>25/QD-TH</so>", "</ban>")));
        cases.add(invalid(
                "XAdES enveloping, two of them",
                "verify.broken",
                () -> around("<ban>", text(xades(SignaturePackaging.ENVELOPING)) + "</ban>")));
        cases.add(open("XAdES detached, content not there", "", () -> xades(SignaturePackaging.DETACHED)));
        cases.add(invalid(
                "XAdES, content changed",
                "verify.broken",
                () -> replaced(xades(SignaturePackaging.ENVELOPED), "24/QD", "25/QD")));
        cases.add(new TestCase(
                "XAdES, signature wrapped away",
                () -> wrapped(xades(SignaturePackaging.ENVELOPED)),
                PKI.trust(),
                vn.quyche.signing.api.VerificationVerdict.INVALID,
                "",
                0));
        for (ASiCContainerType type : List.of(ASiCContainerType.ASiC_S, ASiCContainerType.ASiC_E)) {
            cases.add(valid(type + " with CAdES", 1, () -> asicCades(type)));
            cases.add(valid(type + " with XAdES", 1, () -> asicXades(type)));
            cases.add(invalid(type + ", bytes behind it", "verify.bad-container", () -> joined(asicCades(type), TEXT)));
            cases.add(invalid(
                    type + ", another container behind it",
                    "verify.bad-container",
                    () -> joined(asicXades(type), asicXades(type))));
            cases.add(invalid(
                    type + ", an entry that its list does not name",
                    "verify.bad-container",
                    () -> unlisted(asicCades(type))));
            cases.add(invalid(
                    type + ", its list calls an entry otherwise",
                    "verify.bad-container",
                    () -> renamed(asicXades(type))));
            cases.add(invalid(
                    type + " with CAdES, content changed",
                    "",
                    () -> entry(asicCades(type), "a.txt", "khac".getBytes(StandardCharsets.UTF_8))));
            cases.add(invalid(
                    type + " with XAdES, content changed",
                    "",
                    () -> entry(asicXades(type), "a.txt", "khac".getBytes(StandardCharsets.UTF_8))));
        }
        cases.add(new TestCase(
                "ASiC-E with CAdES, a file nobody signed",
                () -> entry(asicCades(ASiCContainerType.ASiC_E), "them.txt", TEXT),
                PKI.trust(),
                vn.quyche.signing.api.VerificationVerdict.INVALID,
                "",
                0));
        cases.add(new TestCase(
                "ASiC-E with XAdES, a file nobody signed",
                () -> entry(asicXades(ASiCContainerType.ASiC_E), "them.txt", TEXT),
                PKI.trust(),
                vn.quyche.signing.api.VerificationVerdict.INVALID,
                "",
                0));
        cases.add(new TestCase(
                "ASiC-S with CAdES, a file nobody signed",
                () -> entry(asicCades(ASiCContainerType.ASiC_S), "them.txt", TEXT),
                PKI.trust(),
                vn.quyche.signing.api.VerificationVerdict.INVALID,
                "",
                0));
        cases.add(valid("CAdES with content", 1, () -> cades(true)));
        cases.add(open("CAdES without content", "", () -> cades(false)));
        cases.add(invalid("CAdES, bytes behind it", "verify.not-der", () -> joined(cades(true), TEXT)));
        cases.add(
                invalid("CAdES, another message behind it", "verify.not-der", () -> joined(cades(true), cades(true))));
        cases.add(invalid("CAdES, attributes not in DER", "verify.not-der", () -> unsortedAttributes(cades(true))));
        cases.add(invalid(
                "CAdES, content changed", "verify.broken", () -> replaced(cades(true), "Noi dung", "Noi gian")));
        return cases;
    }

    private static String text(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        return text.substring(text.indexOf("<ds:Signature"));
    }

    private static byte[] enveloping(String what, String with) {
        String text = text(xades(SignaturePackaging.ENVELOPING));
        int at = text.lastIndexOf(what);
        if (at < 0) {
            throw new IllegalStateException(what + " is not in " + text);
        }
        return (text.substring(0, at) + with + text.substring(at + what.length())).getBytes(StandardCharsets.UTF_8);
    }

    /** The id of the signed object; it is the same for the same content and time. */
    private static String objectId() {
        String text = text(xades(SignaturePackaging.ENVELOPING));
        int from = text.lastIndexOf("<ds:Object Id=\"") + 15;
        return text.substring(from, text.indexOf('"', from));
    }

    private static byte[] around(String before, String behind) {
        return (before + text(xades(SignaturePackaging.ENVELOPING)) + behind).getBytes(StandardCharsets.UTF_8);
    }

    /** The list at the end names one entry less. */
    private static byte[] unlisted(byte[] container) {
        ByteBuffer bytes = ByteBuffer.wrap(container.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int end = text8(container).lastIndexOf("PK\u0005\u0006");
        bytes.putShort(end + 10, (short) (bytes.getShort(end + 10) - 1));
        return bytes.array();
    }

    private static byte[] renamed(byte[] container) {
        byte[] file = container.clone();
        file[text8(container).lastIndexOf("a.txt")] = 'b';
        return file;
    }

    private static String text8(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] file, byte[] more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(file);
        out.writeBytes(more);
        return out.toByteArray();
    }

    private static byte[] cades(boolean attached) {
        return TestPdf.cms(TEXT, PKI.principal, TestPdf.how(), attached);
    }

    private static byte[] xades(SignaturePackaging packaging) {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(packaging);
        by(parameters);
        XAdESService service = new XAdESService(new CommonCertificateVerifier(true));
        InMemoryDocument document = new InMemoryDocument(XML, "a.xml");
        ToBeSigned data = service.getDataToSign(document, parameters);
        return bytes(service.signDocument(document, parameters, value(data)));
    }

    private static byte[] asicCades(ASiCContainerType type) {
        ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.aSiC().setContainerType(type);
        by(parameters);
        ASiCWithCAdESService service = new ASiCWithCAdESService(new CommonCertificateVerifier(true));
        InMemoryDocument document = new InMemoryDocument(TEXT, "a.txt");
        ToBeSigned data = service.getDataToSign(document, parameters);
        return bytes(service.signDocument(document, parameters, value(data)));
    }

    private static byte[] asicXades(ASiCContainerType type) {
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.aSiC().setContainerType(type);
        by(parameters);
        ASiCWithXAdESService service = new ASiCWithXAdESService(new CommonCertificateVerifier(true));
        InMemoryDocument document = new InMemoryDocument(TEXT, "a.txt");
        ToBeSigned data = service.getDataToSign(document, parameters);
        return bytes(service.signDocument(document, parameters, value(data)));
    }

    private static void by(AbstractSignatureParameters<?> parameters) {
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(PKI.principal.certificate()));
        parameters.setCertificateChain(
                PKI.principal.chain().stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(TestPki.NOW.minusSeconds(3_600)));
        parameters.bLevel().setTrustAnchorBPPolicy(false);
    }

    private static SignatureValue value(ToBeSigned data) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(PKI.principal.key());
            signature.update(data.getBytes());
            return new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(DSSDocument document) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] replaced(byte[] file, String what, String with) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.replace(what, with).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The signed tree is put aside, and another one in its place. */
    private static byte[] wrapped(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        int from = text.indexOf("<ban>");
        String signed = text.substring(from);
        String signature = signed.substring(signed.indexOf("<ds:Signature"), signed.lastIndexOf("</ban>"));
        return (text.substring(0, from) + "<ban><so>25/QD-TH</so>" + signature + "<cu>" + signed.replace(signature, "")
                        + "</cu></ban>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A container with one entry added or replaced. */
    private static byte[] entry(byte[] container, String name, byte[] content) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.put(name, content);
        return HostileFiles.zip(entries);
    }

    /** The same message with the signed attributes in an order that DER does not have. */
    static byte[] unsortedAttributes(byte[] message) {
        try {
            ASN1Sequence info = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(message));
            ASN1Sequence data = ASN1Sequence.getInstance(
                    ((org.bouncycastle.asn1.ASN1TaggedObject) info.getObjectAt(1)).getExplicitBaseObject());
            ASN1EncodableVector fields = new ASN1EncodableVector();
            for (int i = 0; i < data.size(); i++) {
                fields.add(data.getObjectAt(i));
            }
            ASN1Set signers = ASN1Set.getInstance(data.getObjectAt(data.size() - 1));
            ASN1Sequence signer = ASN1Sequence.getInstance(signers.getObjectAt(0));
            ASN1EncodableVector parts = new ASN1EncodableVector();
            for (int i = 0; i < signer.size(); i++) {
                if (signer.getObjectAt(i) instanceof org.bouncycastle.asn1.ASN1TaggedObject tagged
                        && tagged.getTagNo() == 0
                        && i == 3) {
                    ASN1Set attributes = ASN1Set.getInstance(tagged, false);
                    ASN1EncodableVector turned = new ASN1EncodableVector();
                    for (int k = attributes.size() - 1; k >= 0; k--) {
                        turned.add(attributes.getObjectAt(k));
                    }
                    parts.add(new DLTaggedObject(false, 0, new DLSet(turned)));
                } else {
                    parts.add(signer.getObjectAt(i));
                }
            }
            ASN1EncodableVector all = new ASN1EncodableVector();
            for (int i = 0; i < data.size() - 1; i++) {
                all.add(fields.get(i));
            }
            all.add(new DLSet(new DLSequence(parts)));
            ASN1EncodableVector whole = new ASN1EncodableVector();
            whole.add(info.getObjectAt(0));
            whole.add(new DLTaggedObject(true, 0, new DLSequence(all)));
            return new DLSequence(whole).getEncoded("DL");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
