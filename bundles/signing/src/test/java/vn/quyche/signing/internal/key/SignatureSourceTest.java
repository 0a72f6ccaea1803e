package vn.quyche.signing.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;
import vn.quyche.signing.internal.TestCertificates;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.signing.internal.model.SignatureScheme;

/** Keys in devices (SoftHSM2) and in files. */
public class SignatureSourceTest {

    private static final TestPki PKI = new TestPki();
    private static final byte[] DATA = "thuoc tinh can ky".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final Pkcs11Slots SLOTS = new Pkcs11Slots(Duration.ofMillis(300));

    /** An encrypted file with a key. */
    public static byte[] p12(PrivateKey key, List<X509Certificate> chain, String password)
            throws GeneralSecurityException, java.io.IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("ky", key, password.toCharArray(), chain.toArray(Certificate[]::new));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private static void trouble(KeyTrouble.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KeyTrouble.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static void signs(KeySession session, X509Certificate certificate, SignatureScheme scheme)
            throws Exception {
        byte[] signature = session.sign(certificate, DATA, scheme);
        Signature verifier = Signature.getInstance(
                switch (scheme) {
                    case RSA_PKCS1 -> "SHA256withRSA";
                    case RSA_PSS -> "RSASSA-PSS";
                    case ECDSA -> "SHA256withECDSA";
                });
        if (scheme == SignatureScheme.RSA_PSS) {
            verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        verifier.initVerify(certificate.getPublicKey());
        verifier.update(DATA);
        assertThat(verifier.verify(signature)).as(scheme.name()).isTrue();
    }

    @Test
    @Regulated("MT.11.2")
    void aDeviceSignsInEachSchemeAndItsKeyStaysInIt() throws Exception {
        Path library = SoftHsm.library();
        int rsa = SoftHsm.device(PKI.principal.key(), PKI.principal.chain().subList(0, 1));
        try (KeySession session = new Pkcs11Source(library, rsa, SLOTS).open(SoftHsm.PIN.toCharArray())) {
            assertThat(session.certificates()).containsExactly(PKI.principal.certificate());
            signs(session, PKI.principal.certificate(), SignatureScheme.RSA_PKCS1);
            signs(session, PKI.principal.certificate(), SignatureScheme.RSA_PSS);
        }
        X509Certificate curve = TestCertificates.parsed(TestCertificates.of("Lê Quang Vinh", TestPki.NOW));
        int ec = SoftHsm.device(TestCertificates.KEYS.getPrivate(), List.of(curve));
        try (KeySession session = new Pkcs11Source(library, ec, SLOTS).open(SoftHsm.PIN.toCharArray())) {
            signs(session, curve, SignatureScheme.ECDSA);
            trouble(
                    KeyTrouble.Kind.OTHER_KEY,
                    () -> session.sign(PKI.principal.certificate(), DATA, SignatureScheme.RSA_PKCS1));
        }
        assertThat(Security.getProviders())
                .extracting(java.security.Provider::getName)
                .doesNotContain("SunPKCS11-quyche");
    }

    @Test
    @Regulated("MT.11.2")
    void aDeviceLetsNobodyInWithAWrongPinAndOneInAtATime() throws Exception {
        Path library = SoftHsm.library();
        int slot = SoftHsm.device(PKI.principal.key(), PKI.principal.chain().subList(0, 1));
        Pkcs11Source source = new Pkcs11Source(library, slot, SLOTS);
        trouble(KeyTrouble.Kind.WRONG_PIN, () -> source.open("00000000".toCharArray()));
        trouble(KeyTrouble.Kind.WRONG_PIN, () -> source.open(new char[0]));
        try (KeySession session = source.open(SoftHsm.PIN.toCharArray())) {
            trouble(KeyTrouble.Kind.BUSY, () -> source.open(SoftHsm.PIN.toCharArray()));
            signs(session, PKI.principal.certificate(), SignatureScheme.RSA_PKCS1);
        }
        // after an open session, a wrong PIN is wrong again
        trouble(KeyTrouble.Kind.WRONG_PIN, () -> source.open("00000000".toCharArray()));
        KeySession session = source.open(SoftHsm.PIN.toCharArray());
        session.close();
        session.close();
        trouble(
                KeyTrouble.Kind.NOT_THERE,
                () -> session.sign(PKI.principal.certificate(), DATA, SignatureScheme.RSA_PKCS1));
        try (KeySession next = source.open(SoftHsm.PIN.toCharArray())) {
            signs(next, PKI.principal.certificate(), SignatureScheme.RSA_PKCS1);
        }
    }

    @Test
    void aDeviceThatIsNotThereIsTold() throws Exception {
        Path library = SoftHsm.library();
        trouble(KeyTrouble.Kind.NOT_THERE, () -> new Pkcs11Source(library, 500, SLOTS).open("1".toCharArray()));
        trouble(
                KeyTrouble.Kind.NOT_THERE,
                () -> new Pkcs11Source(Path.of("/not/there.so"), 0, SLOTS).open("1".toCharArray()));
    }

    @Test
    void aFileSignsWithItsPassword() throws Exception {
        byte[] file = p12(PKI.principal.key(), PKI.principal.chain(), "mat-khau");
        KeystoreSource source = new KeystoreSource(file);
        trouble(KeyTrouble.Kind.WRONG_PIN, () -> source.open("sai".toCharArray()));
        trouble(KeyTrouble.Kind.NOT_THERE, () -> new KeystoreSource(new byte[] {1, 2, 3}).open("a".toCharArray()));
        try (KeySession session = source.open("mat-khau".toCharArray())) {
            signs(session, PKI.principal.certificate(), SignatureScheme.RSA_PKCS1);
            signs(session, PKI.principal.certificate(), SignatureScheme.RSA_PSS);
        }
    }

    @Test
    void aSchemeFitsAKey() throws GeneralSecurityException {
        assertThat(SignatureScheme.plainest(PKI.principal.certificate().getPublicKey()))
                .contains(SignatureScheme.RSA_PKCS1);
        assertThat(SignatureScheme.plainest(TestCertificates.KEYS.getPublic())).contains(SignatureScheme.ECDSA);
    }
}
