package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.invalid;
import static vn.quyche.signing.internal.engine.TestCase.open;
import static vn.quyche.signing.internal.engine.TestCase.valid;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Signatures of another tool (DSS itself), with time stamps and validation data. */
final class StampedFiles {

    private StampedFiles() {}

    static List<TestCase> cases() {
        TestPki.Signer tsa = PKI.tsa();
        Instant longAgo = TestPki.days(-50);
        List<TestCase> cases = new ArrayList<>();
        cases.add(valid("DSS, level B", 1, () -> signed(PKI.principal, null, TestPki.days(-1), null)));
        cases.add(valid("DSS, level T", 1, () -> signed(PKI.principal, tsa, TestPki.days(-2), TestPki.days(-2))));
        cases.add(valid(
                "DSS, level T, then sealed",
                2,
                () -> TestPdf.signed(signed(PKI.principal, tsa, TestPki.days(-2), TestPki.days(-2)), PKI.seal)));
        cases.add(valid("revoked after a time stamp", 1, () -> signed(PKI.principal, tsa, longAgo, longAgo))
                .with(PKI.trust(Map.of(PKI.principal.certificate(), TestPki.days(-20)))));
        cases.add(invalid(
                        "revoked before a time stamp, claimed before",
                        "verify.revoked",
                        () -> signed(PKI.principal, tsa, longAgo, TestPki.days(-5)))
                .with(PKI.trust(Map.of(PKI.principal.certificate(), TestPki.days(-20)))));
        TestPki.Signer expired = PKI.signer(
                "CN=Het han som,C=VN",
                PKI.authority,
                TestPki.sharedKey(),
                TestPki.days(-400),
                TestPki.days(-30),
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                "SHA256withRSA");
        cases.add(invalid(
                "made and stamped after the certificate's end",
                "verify.outside-validity",
                () -> signed(expired, tsa, TestPki.days(-5), TestPki.days(-5))));
        cases.add(open(
                "stamped before the certificate's end, lists of after it",
                "verify.expired",
                () -> signed(expired, tsa, longAgo, longAgo)));
        cases.addAll(longTerm(tsa, longAgo));
        return cases;
    }

    /** With the validation data of its day inside: they prove nothing that the lists of today do not bear. */
    private static List<TestCase> longTerm(TestPki.Signer tsa, Instant longAgo) {
        return List.of(
                valid("DSS, level LT", 1, () -> extended(tsa, TestPki.days(-2))),
                valid("DSS, level LT, then sealed", 2, () -> TestPdf.signed(extended(tsa, TestPki.days(-2)), PKI.seal)),
                valid("level LT, revoked after its time stamp", 1, () -> extended(tsa, longAgo))
                        .with(PKI.trust(Map.of(PKI.principal.certificate(), TestPki.days(-20)))),
                invalid(
                                "level LT, revoked before its time stamp",
                                "verify.revoked",
                                () -> extended(tsa, TestPki.days(-5)))
                        .with(PKI.trust(Map.of(PKI.principal.certificate(), TestPki.days(-20)))),
                invalid(
                        "level LT, a page added behind it",
                        "",
                        () -> TestPdf.updated(extended(tsa, TestPki.days(-2)), document -> {
                            document.addPage(new PDPage());
                            document.getPages().getCOSObject().setNeedToBeUpdated(true);
                            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                        })),
                open("level LT of an unknown root", "verify.no-anchor", () -> extended(tsa, TestPki.days(-2)))
                        .with(new EngineTrust(Map.of(), List.of(), List.of(), Duration.ofDays(7))));
    }

    private static byte[] extended(TestPki.Signer tsa, Instant stamped) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LT);
        PAdESService service = new PAdESService(verifier());
        service.setTspSource(source(tsa, stamped));
        return bytes(service.extendDocument(
                new InMemoryDocument(signed(PKI.principal, tsa, stamped, stamped), "a.pdf"), parameters));
    }

    private static CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        roots.addCertificate(new CertificateToken(PKI.root.certificate()));
        roots.addCertificate(new CertificateToken(PKI.publicRoot.certificate()));
        verifier.setTrustedCertSources(roots);
        CommonCertificateSource authorities = new CommonCertificateSource();
        authorities.addCertificate(new CertificateToken(PKI.authority.certificate()));
        authorities.addCertificate(new CertificateToken(PKI.publicAuthority.certificate()));
        verifier.setAdjunctCertSources(authorities);
        // it makes what must not be believed, too
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                PKI.trust().crls().stream().map(InMemoryDocument::new).toArray(InMemoryDocument[]::new)));
        return verifier;
    }

    private static byte[] signed(TestPki.Signer signer, TestPki.Signer tsa, Instant claimed, Instant stamped) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(tsa == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                signer.chain().stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(claimed));
        parameters.setContentSize(30_000);
        parameters.setGenerateTBSWithoutCertificate(false);
        PAdESService service = new PAdESService(verifier());
        if (tsa != null) {
            service.setTspSource(source(tsa, stamped));
        }
        InMemoryDocument document = new InMemoryDocument(TestPdf.plain(1), "a.pdf");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.key());
            signature.update(service.getDataToSign(document, parameters).getBytes());
            return bytes(service.signDocument(
                    document, parameters, new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyEntityTSPSource source(TestPki.Signer tsa, Instant at) {
        KeyEntityTSPSource source = new KeyEntityTSPSource(tsa.key(), tsa.certificate(), tsa.chain());
        source.setTsaPolicy("1.2.3.4");
        source.setProductionTime(Date.from(at));
        return source;
    }

    private static byte[] bytes(DSSDocument document) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
