package vn.quyche.signing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.x509.CertificateToken;
import org.junit.jupiter.api.Test;

/** Lists of revoked certificates that are read once for all files. */
class KnownListsTest {

    private static final TestPki PKI = TestCase.PKI;

    @Test
    void keepsNothingForIssuersThatFilesBring() {
        KnownLists lists = new KnownLists(PKI.trust());
        CertificateToken asked = new CertificateToken(PKI.principal.certificate());
        CertificateToken authority = new CertificateToken(PKI.authority.certificate());
        assertThat(lists.getRevocationToken(asked, authority)).isNotNull();
        assertThat(lists.getRevocationToken(asked, authority).getRelatedCertificate())
                .isEqualTo(asked);
        assertThat(lists.kept()).isEqualTo(1);
        String name = PKI.authority.certificate().getSubjectX500Principal().getName();
        for (int i = 0; i < 20; i++) {
            // the name and the key of the authority, in a certificate that it never had
            TestPki.Signer forged = PKI.signer(name, PKI.publicAuthority, PKI.authority);
            lists.getRevocationToken(asked, new CertificateToken(forged.certificate()));
        }
        assertThat(lists.kept()).isEqualTo(1);
    }
}
