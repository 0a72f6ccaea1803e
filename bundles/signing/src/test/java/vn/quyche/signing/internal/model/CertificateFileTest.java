package vn.quyche.signing.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.signing.api.token.SigningCertificate;
import vn.quyche.signing.internal.TestCertificates;

class CertificateFileTest {

    private static final Instant NOW = Instant.parse("2026-10-05T01:00:00Z");
    private static final byte[] LAN = TestCertificates.of("TRẦN THỊ NGỌC LAN", NOW);
    private static final byte[] AUTHORITY = TestCertificates.of("CA thử", NOW, NOW.plusSeconds(900_000), true);

    @Test
    void readsWhatACertificateSays() {
        SigningCertificate read = CertificateFile.read(LAN).certificate();

        assertThat(read.name()).isEqualTo("TRẦN THỊ NGỌC LAN");
        assertThat(read.identity()).isEqualTo("CCCD:079000000001");
        assertThat(read.issuer()).isEqualTo("Nhà cung cấp thử");
        assertThat(read.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(read.validFrom()).isEqualTo(NOW);
        assertThat(read.keyUsage()).isEqualTo("digitalSignature, nonRepudiation");
        assertThat(read.algorithm()).isEqualTo("EC 256");
    }

    @Test
    void takesTheSignerOutOfEachFormInWhichProvidersSendIt() {
        byte[] chain = TestCertificates.p7b(List.of(AUTHORITY, LAN));
        for (byte[] file : List.of(
                LAN,
                TestCertificates.pem("CERTIFICATE", LAN),
                TestCertificates.join(
                        TestCertificates.pem("CERTIFICATE", AUTHORITY), TestCertificates.pem("CERTIFICATE", LAN)),
                chain,
                TestCertificates.pem("PKCS7", chain),
                Base64.getMimeEncoder().encode(LAN))) {
            assertThat(CertificateFile.read(file).certificate().name()).isEqualTo("TRẦN THỊ NGỌC LAN");
            assertThat(Base64.getDecoder().decode(CertificateFile.read(file).stored()))
                    .as("the certificate alone is kept")
                    .isEqualTo(LAN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS", "JCEKS"})
    @Regulated("MT.11.2")
    void refusesKeyStores(String type) throws Exception {
        byte[] store = keyStore(type);
        assertHoldsKey(store);
        assertHoldsKey(Base64.getEncoder().encode(store));
        assertHoldsKey(TestCertificates.pem("PKCS12", store));
        assertHoldsKey(TestCertificates.pem("CERTIFICATE", store));
    }

    @Test
    @Regulated("MT.11.2")
    void refusesPrivateKeysHoweverTheyAreWrapped() throws Exception {
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            byte[] key = KeyPairGenerator.getInstance(algorithm)
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            assertHoldsKey(key);
            assertHoldsKey(TestCertificates.pem("PRIVATE KEY", key));
            assertHoldsKey(TestCertificates.pem("CERTIFICATE", key));
            assertHoldsKey(TestCertificates.join(
                    TestCertificates.pem("CERTIFICATE", LAN), TestCertificates.pem("RSA PRIVATE KEY", key)));
            assertHoldsKey(TestCertificates.join(LAN, key));
            assertHoldsKey(TestCertificates.p7b(List.of(LAN, key)));
            assertHoldsKey(locked(key));
            assertHoldsKey(TestCertificates.pem("ENCRYPTED PRIVATE KEY", locked(key)));
            assertHoldsKey(new String(TestCertificates.pem("PRIVATE KEY", key), StandardCharsets.US_ASCII)
                    .getBytes(StandardCharsets.UTF_16LE));
        }
    }

    @Test
    void refusesAThousandCertificatesInOneFile() {
        List<byte[]> many = new ArrayList<>(Collections.nCopies(1_000, LAN));
        assertRefused(TestCertificates.p7b(many), "token.certificate-too-large");
        assertRefused(TestCertificates.p7b(Collections.nCopies(100, LAN)), "token.certificate-chain-too-long");
        byte[] pem = TestCertificates.pem("CERTIFICATE", LAN);
        assertRefused(
                TestCertificates.join(Collections.nCopies(100, pem).toArray(byte[][]::new)),
                "token.certificate-chain-too-long");
    }

    @Test
    void refusesWhatIsNotOneSigner() {
        assertRefused(null, "core.required");
        assertRefused(new byte[0], "core.required");
        assertRefused(AUTHORITY, "token.certificate-of-issuer");
        assertRefused(
                TestCertificates.p7b(List.of(LAN, TestCertificates.of("Lê Quang Vinh", NOW))),
                "token.certificate-several");
        assertRefused("không phải chứng thư".getBytes(StandardCharsets.UTF_8), "token.certificate-unreadable");
        assertRefused(TestCertificates.pem("CERTIFICATE", new byte[] {1, 2, 3}), "token.certificate-unreadable");
        assertRefused(TestCertificates.of(" ", NOW), "token.certificate-nameless");
        assertRefused(TestCertificates.of("Lan", NOW, NOW.minusSeconds(1), false), "token.certificate-unreadable");
    }

    @Test
    void saysOfEachBrokenFileThatItCannotBeRead() {
        Random random = new Random(26);
        for (int round = 0; round < 2_000; round++) {
            byte[] broken = Arrays.copyOf(LAN, round % 2 == 0 ? LAN.length : random.nextInt(LAN.length));
            for (int hits = 0; hits < 3 && broken.length > 0; hits++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                CertificateFile.read(broken).certificate();
            } catch (QuycheException e) {
                assertThat(e).isInstanceOfAny(Invalid.class, Refused.class);
            }
        }
    }

    @Test
    void keepsNoSignThatNobodySees() {
        SigningCertificate read = CertificateFile.read(TestCertificates.of("Lan\u202EgnaL\u0000\n", NOW))
                .certificate();
        assertThat(read.name()).isEqualTo("Lan gnaL");
        assertThat(CertificateFile.read(TestCertificates.of("x".repeat(5_000), NOW))
                        .certificate()
                        .name())
                .hasSize(200);
    }

    private static byte[] keyStore(String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        PrivateKey key = TestCertificates.KEYS.getPrivate();
        char[] password = "123456".toCharArray();
        store.setKeyEntry("k", key, password, new Certificate[] {TestCertificates.parsed(LAN)});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static byte[] locked(byte[] key) throws Exception {
        String algorithm = "PBEWithSHA1AndDESede";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec("123456".toCharArray())));
        return new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(key)).getEncoded();
    }

    private static void assertHoldsKey(byte[] file) {
        assertThatThrownBy(() -> CertificateFile.read(file)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.clause()).contains("MT.11.2");
            assertThat(e.code()).isEqualTo("token.private-key");
        });
    }

    private static void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> CertificateFile.read(file))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.fields().get(0).code()).isEqualTo(code));
    }
}
