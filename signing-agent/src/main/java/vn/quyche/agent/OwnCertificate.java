package vn.quyche.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The certificate with which the agent speaks TLS on this PC. It is made at the first start, for 127.0.0.1 alone and no authority,
 * its key is this PC's own, and it is made again a month before it ends. Java makes no certificates, so this one is put together
 * by hand.
 */
final class OwnCertificate {

    private static final Duration LASTS = Duration.ofDays(800);
    private static final Duration RENEWED = Duration.ofDays(30);
    private static final String ALIAS = "agent";
    private static final byte[] ECDSA_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");

    private final Settings settings;
    private final Clock clock;

    OwnCertificate(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What a server of this PC speaks TLS with. */
    SSLContext context() throws GeneralSecurityException, IOException {
        char[] password = password();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** The certificate, for who wants to compare or import it. */
    X509Certificate certificate() throws GeneralSecurityException, IOException {
        return (X509Certificate) store(password()).getCertificate(ALIAS);
    }

    private char[] password() {
        if (settings.value("tls.password").isEmpty()) {
            settings.value("tls.password", Tokens.random());
        }
        return settings.value("tls.password").orElseThrow().toCharArray();
    }

    private KeyStore store(char[] password) throws GeneralSecurityException, IOException {
        Path file = settings.folder().resolve("agent.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password);
            }
            X509Certificate known = (X509Certificate) store.getCertificate(ALIAS);
            if (known.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED))) {
                return store;
            }
        }
        store.load(null, null);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {signed(pair)});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        return store;
    }

    private X509Certificate signed(KeyPair pair) throws GeneralSecurityException {
        Instant now = clock.instant();
        byte[] name = element(
                0x30,
                element(
                        0x31,
                        element(
                                0x30,
                                element(0x06, HexFormat.of().parseHex("550403")),
                                element(0x0C, "Quyche 127.0.0.1".getBytes(StandardCharsets.US_ASCII)))));
        byte[] body = element(
                0x30,
                element(0xA0, element(0x02, new byte[] {2})),
                element(0x02, new BigInteger(63, new SecureRandom()).setBit(62).toByteArray()),
                ECDSA_SHA256,
                name,
                element(0x30, time(now.minus(Duration.ofDays(1))), time(now.plus(LASTS))),
                name,
                pair.getPublic().getEncoded(),
                element(
                        0xA3,
                        element(
                                0x30,
                                extension("551d13", element(0x30)),
                                extension("551d0f", element(0x03, new byte[] {7, (byte) 0x80})),
                                extension(
                                        "551d25",
                                        element(
                                                0x30,
                                                element(0x06, HexFormat.of().parseHex("2b06010505070301")))),
                                extension(
                                        "551d11",
                                        element(
                                                0x30,
                                                element(0x87, new byte[] {127, 0, 0, 1}),
                                                element(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)))))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(body);
        byte[] whole = element(0x30, body, ECDSA_SHA256, element(0x03, new byte[] {0}, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] extension(String oid, byte[] value) {
        return element(0x30, element(0x06, HexFormat.of().parseHex(oid)), element(0x04, value));
    }

    private static byte[] time(Instant at) {
        String text = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(at);
        return element(0x18, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** An element of DER. */
    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
