package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.valid;
import static vn.quyche.signing.internal.engine.TestPdf.how;
import static vn.quyche.signing.internal.engine.TestPdf.plain;
import static vn.quyche.signing.internal.engine.TestPdf.signed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Files that are right. */
final class GoodFiles {

    private GoodFiles() {}

    static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        cases.add(valid("signed by the principal", 1, () -> signed(plain(1), PKI.principal)));
        cases.add(valid("signed under the public root", 1, () -> signed(plain(1), PKI.company)));
        cases.add(valid("without intermediate certificate inside", 1, () -> {
            TestPdf.How how = how();
            how.withChain = false;
            return signed(plain(1), PKI.principal, how);
        }));
        for (String algorithm : List.of(
                "SHA384withRSA",
                "SHA512withRSA",
                "SHA256withRSAandMGF1",
                "SHA384withRSAandMGF1",
                "SHA512withRSAandMGF1",
                "SHA3-256withRSA",
                "SHA3-512withRSA")) {
            cases.add(valid(algorithm, 1, () -> signed(plain(1), PKI.principal, how().algorithm(algorithm))));
        }
        for (String curve : List.of("secp256r1", "secp384r1", "secp521r1")) {
            TestPki.Signer signer = PKI.signer("CN=" + curve + ",C=VN", PKI.authority, TestPki.ec(curve));
            for (String algorithm : List.of("SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA")) {
                cases.add(
                        valid(curve + " " + algorithm, 1, () -> signed(plain(1), signer, how().algorithm(algorithm))));
            }
        }
        TestPki.Signer large = PKI.signer("CN=RSA 3072,C=VN", PKI.authority, TestPki.rsa(3072));
        cases.add(valid("RSA 3072", 1, () -> signed(plain(1), large)));
        TestPki.Signer repudiation = PKI.signer(
                "CN=Chi chong choi bo,C=VN",
                PKI.authority,
                TestPki.sharedKey(),
                TestPki.days(-30),
                TestPki.days(30),
                KeyUsage.nonRepudiation,
                "SHA256withRSA");
        cases.add(valid("only nonRepudiation", 1, () -> signed(plain(1), repudiation)));
        for (int pages : List.of(2, 10, 100)) {
            cases.add(valid(pages + " pages", 1, () -> signed(plain(pages), PKI.principal)));
        }
        cases.add(valid("visible signature", 1, () -> signed(plain(1), PKI.principal, how().stamp(300, 100, 150, 60))));
        cases.add(valid("visible signature on the last page", 1, () -> {
            TestPdf.How how = how().stamp(300, 100, 150, 60);
            how.page = 2;
            return signed(plain(3), PKI.principal, how);
        }));
        cases.add(valid("seal after the principal", 2, () -> signed(signed(plain(1), PKI.principal), PKI.seal)));
        cases.add(valid("red seal over a third of the signature", 2, GoodFiles::sealed));
        cases.add(valid(
                "number, then seal, after the principal",
                3,
                () -> signed(
                        signed(
                                signed(plain(1), PKI.principal, how().stamp(350, 100, 150, 60)),
                                PKI.seal,
                                how().stamp(90, 760, 120, 20)),
                        PKI.seal,
                        how().stamp(290, 90, 90, 90))));
        cases.add(valid("five signatures", 5, () -> {
            byte[] file = plain(2);
            for (int i = 0; i < 5; i++) {
                file = signed(file, i % 2 == 0 ? PKI.principal : PKI.seal);
            }
            return file;
        }));
        cases.add(valid("both tracks on one file", 2, () -> signed(signed(plain(1), PKI.company), PKI.seal)));
        cases.add(valid("certified, form fill allowed, then sealed", 2, () -> {
            TestPdf.How how = how();
            how.certification = 2;
            return signed(signed(plain(1), PKI.principal, how), PKI.seal);
        }));
        cases.add(valid("certified, nothing allowed, nothing added", 1, () -> {
            TestPdf.How how = how();
            how.certification = 1;
            return signed(plain(1), PKI.principal, how);
        }));
        cases.add(valid("form with filled fields, signed", 1, () -> signed(TestPdf.withForm(), PKI.principal)));
        cases.add(valid(
                "form with filled fields, signed and sealed",
                2,
                () -> signed(signed(TestPdf.withForm(), PKI.principal), PKI.seal, how().stamp(300, 100, 90, 90))));
        cases.add(valid("blank line behind the end", 1, () -> {
            byte[] file = signed(plain(1), PKI.principal);
            return concat(file, "\r\n".getBytes(StandardCharsets.US_ASCII));
        }));
        cases.add(valid(
                "unsigned revision before the first signature",
                1,
                () -> signed(
                        TestPdf.updated(plain(1), document -> {
                            document.getDocumentInformation().setTitle("Quyet dinh");
                            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
                        }),
                        PKI.principal)));
        cases.add(valid("object streams", 1, () -> signed(compressed(), PKI.principal)));
        cases.add(valid("object streams, sealed", 2, () -> signed(signed(compressed(), PKI.principal), PKI.seal)));
        cases.add(valid(
                "a long time ago, still valid certificate",
                1,
                () -> signed(plain(1), PKI.principal, how().at(TestPki.days(-300)))));
        cases.add(valid(
                "1 MB",
                1,
                () -> signed(
                        TestPdf.made(document -> {
                            org.apache.pdfbox.pdmodel.PDPage page = new org.apache.pdfbox.pdmodel.PDPage();
                            document.addPage(page);
                            byte[] noise = new byte[1 << 20];
                            new java.util.Random(1).nextBytes(noise);
                            page.setContents(new org.apache.pdfbox.pdmodel.common.PDStream(
                                    document, new java.io.ByteArrayInputStream(noise)));
                        }),
                        PKI.principal)));
        return cases;
    }

    static byte[] sealed() {
        return signed(
                signed(plain(1), PKI.principal, how().stamp(350, 100, 150, 60)),
                PKI.seal,
                how().stamp(300, 90, 90, 90));
    }

    /** Objects packed into streams, as newer tools write. */
    static byte[] compressed() {
        return TestPdf.rewritten(plain(2), document -> {});
    }

    static byte[] concat(byte[] a, byte[] b) {
        byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
