package vn.quyche.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class DemoAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final DemoAuthority authority = DemoAuthority.make(NOW.minus(YEAR), NOW.plus(YEAR));

    @Test
    void issuesKeysThatOpenWithThePin() throws Exception {
        DemoAuthority.Issued issued =
                authority.issue("Nguyễn Thử", "Trường TH&THCS Thử", NOW.minus(YEAR), NOW.plus(YEAR), "123456");

        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(issued.file()), "123456".toCharArray());
        X509Certificate certificate = (X509Certificate) store.getCertificate("demo");
        certificate.verify(authority.certificate().getPublicKey());
        assertThat(certificate.getEncoded()).isEqualTo(issued.certificate());
        assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=Nguyễn Thử", "O=Trường TH&THCS Thử");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(store.getCertificateChain("demo")).hasSize(2);
    }

    @Test
    void namesNobodyRevokedAndIsReadBackFromItsText() throws Exception {
        DemoAuthority kept = DemoAuthority.of(authority.text());
        X509CRL list = (X509CRL)
                CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(kept.revocations(NOW)));

        list.verify(authority.certificate().getPublicKey());
        assertThat(list.getRevokedCertificates()).isNull();
        assertThat(list.getThisUpdate()).isEqualTo(Date.from(NOW));
        assertThat(kept.fingerprint()).hasSize(64).isEqualTo(authority.fingerprint());
    }

    @Test
    void everySchoolHasAnotherPin() {
        assertThat(DemoSigning.pin()).matches("[0-9]{6}");
    }
}
