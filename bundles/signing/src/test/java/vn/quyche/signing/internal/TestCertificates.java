package vn.quyche.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Certificates that sign themselves, put together by hand, so that tests can make any. */
public final class TestCertificates {

    public static final KeyPair KEYS = keys();
    private static final AtomicLong SERIALS = new AtomicLong(0x5401L);

    private TestCertificates() {}

    /** Of a person, for two years from a day before the instant. */
    public static byte[] of(String name, Instant from) {
        return of(name, from, from.plusSeconds(730L * 86_400), false);
    }

    /** The DER of a certificate. */
    public static byte[] of(String name, Instant from, Instant to, boolean authority) {
        try {
            byte[] subject = seq(
                    set(seq(oid("0.9.2342.19200300.100.1.1"), utf8("CCCD:079000000001"))),
                    set(seq(oid("2.5.4.3"), utf8(name))));
            byte[] issuer = set(seq(oid("2.5.4.3"), utf8("Nhà cung cấp thử")));
            byte[] algorithm = seq(oid("1.2.840.10045.4.3.2"));
            // digitalSignature and nonRepudiation, or keyCertSign
            byte[] usage = seq(oid("2.5.29.15"), octets(authority ? tlv(3, 2, 4) : tlv(3, 6, 0xC0)));
            byte[] basic = seq(oid("2.5.29.19"), octets(authority ? seq(tlv(1, 0xFF)) : seq()));
            byte[] body = seq(
                    tlv(0xA0, tlv(2, 2)),
                    integer(SERIALS.incrementAndGet()),
                    algorithm,
                    seq(issuer),
                    seq(time(from), time(to)),
                    subject,
                    KEYS.getPublic().getEncoded(),
                    tlv(0xA3, seq(usage, basic)));
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(KEYS.getPrivate());
            signer.update(body);
            return seq(body, algorithm, tlv(3, join(new byte[] {0}, signer.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As people get it in a text file. */
    public static byte[] pem(String label, byte[] der) {
        return ("-----BEGIN " + label + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label
                        + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A PKCS#7 file of certificates. */
    public static byte[] p7b(List<byte[]> certificates) {
        byte[] signed = seq(
                tlv(2, 1),
                tlv(0x31),
                seq(oid("1.2.840.113549.1.7.1")),
                tlv(0xA0, join(certificates.toArray(byte[][]::new))),
                tlv(0x31));
        return seq(oid("1.2.840.113549.1.7.2"), tlv(0xA0, signed));
    }

    public static X509Certificate parsed(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] time(Instant at) {
        return tlv(
                0x18,
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] integer(long value) {
        return tlv(2, BigInteger.valueOf(value).toByteArray());
    }

    private static byte[] utf8(String text) {
        return tlv(12, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] octets(byte[] content) {
        return tlv(4, content);
    }

    private static byte[] set(byte[] content) {
        return tlv(0x31, content);
    }

    public static byte[] seq(byte[]... parts) {
        return tlv(0x30, join(parts));
    }

    private static byte[] oid(String dotted) {
        long[] arcs =
                Arrays.stream(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((int) (arcs[0] * 40 + arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            for (int shift = 28; shift >= 0; shift -= 7) {
                if (shift == 0 || arcs[i] >> shift != 0) {
                    out.write((int) (arcs[i] >> shift & 0x7F) | (shift == 0 ? 0 : 0x80));
                }
            }
        }
        return tlv(6, out.toByteArray());
    }

    private static byte[] tlv(int tag, int... content) {
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return tlv(tag, bytes);
    }

    private static byte[] tlv(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 128) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int zero = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - zero);
            out.write(length, zero, length.length - zero);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
