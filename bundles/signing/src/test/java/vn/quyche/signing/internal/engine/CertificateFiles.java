package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.invalid;
import static vn.quyche.signing.internal.engine.TestCase.open;
import static vn.quyche.signing.internal.engine.TestCase.valid;
import static vn.quyche.signing.internal.engine.TestPdf.how;
import static vn.quyche.signing.internal.engine.TestPdf.plain;
import static vn.quyche.signing.internal.engine.TestPdf.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Right signatures of wrong certificates, at wrong times, and with wrong or old lists of revoked certificates. */
final class CertificateFiles {

    private static final int SIGN = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    private CertificateFiles() {}

    static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        Supplier<byte[]> file = () -> signed(plain(1), PKI.principal);
        cases.add(open("self-signed certificate", "verify.no-anchor", () -> signed(plain(1), PKI.selfSigned())));
        TestPki.Signer strange = PKI.signer(
                "CN=Nguoi la,C=VN", PKI.authority("CN=CA la,C=VN", PKI.root("CN=Root la,C=VN")), TestPki.sharedKey());
        cases.add(open("unknown authority", "verify.no-anchor", () -> signed(plain(1), strange)));
        TestPki.Signer sameName = PKI.signer("CN=Gia,C=VN", fake(), TestPki.sharedKey());
        cases.add(open("authority of the same name with another key", "", () -> signed(plain(1), sameName)));
        cases.add(open(
                "good signature, then one of an unknown authority",
                "verify.no-anchor",
                () -> signed(file.get(), strange)));
        cases.add(open(
                "one of an unknown authority, then a good one",
                "verify.no-anchor",
                () -> signed(signed(plain(1), strange), PKI.seal)));

        TestPki.Signer expired = PKI.signer(
                "CN=Het han,C=VN",
                PKI.authority,
                TestPki.sharedKey(),
                TestPki.days(-400),
                TestPki.days(-30),
                SIGN,
                "SHA256withRSA");
        cases.add(open(
                "expired since, signed in time as it says",
                "verify.expired",
                () -> signed(plain(1), expired, how().at(TestPki.days(-100)))));
        cases.add(invalid("signed after it expired", "verify.outside-validity", () -> signed(plain(1), expired)));
        TestPki.Signer later = PKI.signer(
                "CN=Chua hieu luc,C=VN",
                PKI.authority,
                TestPki.sharedKey(),
                TestPki.days(10),
                TestPki.days(300),
                SIGN,
                "SHA256withRSA");
        cases.add(invalid("not valid yet", "verify.outside-validity", () -> signed(plain(1), later)));
        cases.add(invalid(
                "signed before the certificate was issued",
                "verify.outside-validity",
                () -> signed(plain(1), PKI.principal, how().at(TestPki.days(-500)))));
        cases.add(invalid(
                "signed tomorrow", "verify.future", () -> signed(plain(1), PKI.principal, how().at(TestPki.days(1)))));
        cases.add(valid(
                "clock five minutes ahead",
                1,
                () -> signed(plain(1), PKI.principal, how().at(TestPki.NOW.plusSeconds(300)))));

        TestPki.Signer cipher = PKI.signer(
                "CN=Chi ma hoa,C=VN",
                PKI.authority,
                TestPki.sharedKey(),
                TestPki.days(-30),
                TestPki.days(30),
                KeyUsage.keyEncipherment,
                "SHA256withRSA");
        cases.add(
                invalid("certificate for encryption only", "verify.unfit-certificate", () -> signed(plain(1), cipher)));
        TestPki.Signer asAuthority = new TestPki.Signer(PKI.authority.key(), PKI.authority.chain());
        cases.add(invalid(
                "signed by the authority itself", "verify.unfit-certificate", () -> signed(plain(1), asAuthority)));
        TestPki.Signer below = PKI.signer(
                "CN=Duoi hieu truong,C=VN",
                new TestPki.Signer(PKI.principal.key(), PKI.principal.chain()),
                TestPki.sharedKey());
        cases.add(open("issued by somebody who is no authority", "", () -> signed(plain(1), below)));

        for (int bits : List.of(1024, 1536)) {
            TestPki.Signer weak = PKI.signer("CN=RSA " + bits + ",C=VN", PKI.authority, TestPki.rsa(bits));
            cases.add(invalid("RSA " + bits, "verify.weak", () -> signed(plain(1), weak)));
        }
        cases.add(invalid(
                "SHA-1 signature",
                "verify.weak",
                () -> signed(plain(1), PKI.principal, how().algorithm("SHA1withRSA"))));
        cases.add(invalid(
                "SHA-224 signature",
                "verify.weak",
                () -> signed(plain(1), PKI.principal, how().algorithm("SHA224withRSA"))));
        cases.add(invalid(
                "MD5 signature", "verify.weak", () -> signed(plain(1), PKI.principal, how().algorithm("MD5withRSA"))));
        TestPki.Signer small = PKI.signer("CN=EC 224,C=VN", PKI.authority, smallCurve());
        cases.add(
                invalid("ECDSA 224", "verify.weak", () -> signed(plain(1), small, how().algorithm("SHA256withECDSA"))));
        TestPki.Signer sha1 = PKI.signer(
                "CN=Chung thu SHA1,C=VN",
                PKI.authority,
                TestPki.sharedKey(),
                TestPki.days(-30),
                TestPki.days(30),
                SIGN,
                "SHA1withRSA");
        cases.add(invalid("certificate signed with SHA-1", "verify.weak", () -> signed(plain(1), sha1)));

        cases.add(invalid("revoked before it was signed", "verify.revoked", file)
                .with(PKI.trust(Map.of(PKI.principal.certificate(), TestPki.days(-20)))));
        cases.add(open(
                        "revoked after it was signed, no time stamp",
                        "verify.revoked-later",
                        () -> signed(plain(1), PKI.principal, how().at(TestPki.days(-50))))
                .with(PKI.trust(Map.of(PKI.principal.certificate(), TestPki.days(-20)))));
        cases.add(valid("somebody else was revoked", 1, file)
                .with(PKI.trust(Map.of(PKI.company.certificate(), TestPki.days(-20)))));
        cases.add(invalid("seal revoked, principal not", "verify.revoked", () -> signed(file.get(), PKI.seal))
                .with(PKI.trust(Map.of(PKI.seal.certificate(), TestPki.days(-20)))));

        cases.add(open("no lists of revoked certificates", "verify.no-revocation", file)
                .with(PKI.trust(List.of())));
        cases.add(open("list of the root only", "verify.no-revocation", file)
                .with(PKI.trust(List.of(TestPki.crl(PKI.root, TestPki.days(-1), TestPki.days(6), Map.of())))));
        cases.add(open("list of the authority only", "verify.no-revocation", file)
                .with(PKI.trust(List.of(TestPki.crl(PKI.authority, TestPki.days(-1), TestPki.days(6), Map.of())))));
        cases.add(open("list ten days old", "verify.stale", file).with(lists(-10, 20)));
        cases.add(open("list ten days old and past its date", "verify.stale", file)
                .with(lists(-10, -3)));
        cases.add(valid("list six days old", 1, file).with(lists(-6, 20)));
        cases.add(open("list of another issuer", "verify.no-revocation", file)
                .with(PKI.trust(List.of(
                        TestPki.crl(PKI.root, TestPki.days(-1), TestPki.days(6), Map.of()),
                        TestPki.crl(PKI.publicAuthority, TestPki.days(-1), TestPki.days(6), Map.of())))));
        cases.add(open("list signed by somebody else", "", file)
                .with(PKI.trust(List.of(
                        TestPki.crl(PKI.root, TestPki.days(-1), TestPki.days(6), Map.of()),
                        TestPki.crl(
                                PKI.authority,
                                TestPki.rsa(2048).getPrivate(),
                                TestPki.days(-1),
                                TestPki.days(6),
                                Map.of())))));
        cases.add(open("nothing is believed", "verify.no-anchor", file)
                .with(new EngineTrust(Map.of(), List.of(), List.of(), java.time.Duration.ofDays(7))));
        cases.add(invalid("certificate of somebody else beside the signature", "", () -> {
            TestPki.Signer mixed = new TestPki.Signer(TestPki.rsa(2048).getPrivate(), PKI.principal.chain());
            return signed(plain(1), mixed);
        }));
        return cases;
    }

    private static EngineTrust lists(long from, long to) {
        return PKI.trust(List.of(
                TestPki.crl(PKI.root, TestPki.days(from), TestPki.days(to), Map.of()),
                TestPki.crl(PKI.authority, TestPki.days(from), TestPki.days(to), Map.of())));
    }

    private static java.security.KeyPair smallCurve() {
        try {
            java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance(
                    "EC", new org.bouncycastle.jce.provider.BouncyCastleProvider());
            generator.initialize(new java.security.spec.ECGenParameterSpec("secp224r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestPki.Signer fake() {
        java.security.KeyPair key = TestPki.rsa(2048);
        java.security.cert.X509Certificate certificate = TestPki.certificate(
                "CN=CA cong vu thu nghiem,C=VN",
                null,
                key,
                key,
                TestPki.days(-100),
                TestPki.days(1000),
                true,
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                null,
                "SHA256withRSA");
        return new TestPki.Signer(key.getPrivate(), List.of(certificate, certificate));
    }
}
