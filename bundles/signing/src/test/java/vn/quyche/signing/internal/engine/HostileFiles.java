package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.open;
import static vn.quyche.signing.internal.engine.TestPdf.plain;
import static vn.quyche.signing.internal.engine.TestPdf.signed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files that cannot be read, cost too much, or do things when they are opened. */
final class HostileFiles {

    private HostileFiles() {}

    static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        cases.add(open("no bytes", "verify.unknown-form", () -> new byte[0]));
        cases.add(open("text", "verify.unknown-form", () -> "Kính gửi".getBytes(StandardCharsets.UTF_8)));
        cases.add(open("noise", "verify.unknown-form", () -> {
            byte[] noise = new byte[5_000];
            new Random(1).nextBytes(noise);
            noise[0] = 1;
            return noise;
        }));
        cases.add(open("no signature", "verify.no-signature", () -> plain(1)));
        cases.add(open(
                "only the beginning of a PDF",
                "verify.unreadable",
                () -> "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)));
        cases.add(open(
                "PDF behind other bytes",
                "verify.unknown-form",
                () -> GoodFiles.concat("MZ\n".getBytes(StandardCharsets.US_ASCII), signed(plain(1), PKI.principal))));
        for (int part : List.of(10, 50, 90)) {
            cases.add(open("cut at " + part + " percent", "", () -> cut(part)));
        }
        cases.add(TestCase.invalid("cut at 99 percent", "verify.hidden-signature", () -> cut(99)));
        cases.add(open("encrypted with a password", "verify.encrypted", () -> encrypted("mat khau")));
        cases.add(open("encrypted without a password", "verify.encrypted", () -> encrypted("")));
        cases.add(open(
                "5,000 pages",
                "verify.too-many-pages",
                () -> TestPdf.made(document -> {
                    for (int i = 0; i < 5_000; i++) {
                        document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
                    }
                })));
        cases.add(open("30 MB", "verify.too-large", () -> GoodFiles.concat(plain(1), new byte[30 << 20])));
        Map<String, String> actions = new LinkedHashMap<>();
        actions.put("JavaScript", "verify.active-content");
        actions.put("Launch", "verify.active-content");
        actions.put("SubmitForm", "verify.active-content");
        actions.put("ImportData", "verify.active-content");
        actions.put("SetOCGState", "verify.active-content");
        actions.put("Hide", "verify.active-content");
        actions.forEach((action, code) -> {
            cases.add(open(
                    "signed with " + action + " at opening", code, () -> signed(acting(action, false), PKI.principal)));
            cases.add(open(
                    "signed with " + action + " on a page", code, () -> signed(acting(action, true), PKI.principal)));
        });
        cases.add(open(
                "signed dynamic form",
                "verify.dynamic-form",
                () -> signed(
                        TestPdf.rewritten(TestPdf.withForm(), document -> {
                            document.getDocumentCatalog()
                                    .getAcroForm(null)
                                    .getCOSObject()
                                    .setItem(COSName.getPDFName("XFA"), new COSString("<x/>"));
                        }),
                        PKI.principal)));
        cases.add(open(
                "signed, content from elsewhere",
                "verify.outside-content",
                () -> signed(
                        TestPdf.rewritten(plain(1), document -> {
                            org.apache.pdfbox.cos.COSStream stream =
                                    document.getDocument().createCOSStream();
                            try (java.io.OutputStream out = stream.createOutputStream()) {
                                out.write(1);
                            }
                            stream.setItem(COSName.F, new COSString("http://127.0.0.1/x"));
                            document.getPage(0).getCOSObject().setItem("Extra", stream);
                        }),
                        PKI.principal)));
        cases.add(open("nested arrays", "", () -> nested()));
        cases.add(open("bomb in an object stream", "verify.bomb", () -> bomb(1)));
        cases.add(open("bomb packed twice", "verify.bomb", () -> bomb(2)));
        cases.add(open(
                "cross-reference that leads to itself",
                "",
                () -> ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\nxref\n0 1\n0000000000 65535 f \n"
                                + "trailer\n<< /Root 1 0 R /Size 2 /Prev 58 >>\nstartxref\n58\n%%EOF\n")
                        .getBytes(StandardCharsets.US_ASCII)));
        cases.add(open(
                "page tree that leads to itself",
                "",
                () -> ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R] >> >>\nendobj\n"
                                + "2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\n"
                                + "3 0 obj\n<< /Kids [3 0 R] /FT /Sig /T (a) >>\nendobj\n"
                                + "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n")
                        .getBytes(StandardCharsets.US_ASCII)));
        cases.add(
                open("zip that is none", "verify.unknown-form", () -> "PK\u0003".getBytes(StandardCharsets.US_ASCII)));
        cases.add(open(
                "zip without signature", "", () -> zip(Map.of("a.txt", "a".getBytes(StandardCharsets.US_ASCII)))));
        cases.add(open("zip bomb", "verify.bomb", () -> zip(Map.of("a.txt", new byte[110 << 20]))));
        cases.add(open("zip of 2,000 entries", "verify.too-many-entries", () -> {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            for (int i = 0; i < 2_000; i++) {
                entries.put("f" + i, new byte[1]);
            }
            return zip(entries);
        }));
        cases.add(TestCase.invalid(
                "zip with a way outside", "verify.bad-container", () -> zip(Map.of("../a.txt", new byte[1]))));
        cases.add(open(
                "XML with entities",
                "verify.doctype",
                () -> ("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>")
                        .getBytes(StandardCharsets.US_ASCII)));
        cases.add(open(
                "XML in UTF-16 with entities",
                "",
                () ->
                        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
                                .getBytes(StandardCharsets.UTF_16)));
        cases.add(open("XML without signature", "", () -> "<a/>".getBytes(StandardCharsets.US_ASCII)));
        cases.add(open(
                "deep XML",
                "",
                () -> ("<a>".repeat(100_000) + "</a>".repeat(100_000)).getBytes(StandardCharsets.US_ASCII)));
        cases.add(open("broken DER", "", () ->
                new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0}));
        cases.add(open("deep DER", "", () -> {
            byte[] deep = new byte[60_000];
            for (int i = 0; i < deep.length; i += 2) {
                deep[i] = 0x30;
                deep[i + 1] = (byte) 0x80;
            }
            return deep;
        }));
        return cases;
    }

    private static byte[] cut(int percent) {
        byte[] file = signed(plain(1), PKI.principal);
        return Arrays.copyOf(file, file.length * percent / 100);
    }

    private static byte[] acting(String name, boolean page) {
        return TestPdf.rewritten(plain(1), document -> {
            COSDictionary action = new COSDictionary();
            action.setName(COSName.S, name);
            action.setItem(COSName.F, new COSString("calc.exe"));
            if (page) {
                COSDictionary more = new COSDictionary();
                more.setItem("O", action);
                document.getPage(0).getCOSObject().setItem(COSName.AA, more);
            } else {
                document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
            }
        });
    }

    private static byte[] encrypted(String password) {
        return TestPdf.rewritten(plain(1), document -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("chu", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    private static byte[] nested() {
        String text =
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /X " + "[".repeat(200_000) + "]".repeat(200_000)
                        + " >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n0\n%%EOF\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bomb(int times) {
        byte[] packed = new byte[110 << 20];
        for (int i = 0; i < times; i++) {
            packed = deflated(packed);
        }
        String filter = "/FlateDecode ".repeat(times).trim();
        byte[] head = ("%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 10 /Filter [" + filter + "] /Length "
                        + packed.length + " >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\nendstream\nendobj\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return GoodFiles.concat(GoodFiles.concat(head, packed), tail);
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
