package vn.quyche.demo.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * An invented certification authority: made anew for each demo school, believed by nobody else. Its keys are of the curve
 * P-256, which are made in no time.
 *
 * @param certificate its own certificate
 * @param key its key
 */
record DemoAuthority(X509Certificate certificate, PrivateKey key) {

    static final String NAME = "Gốc chứng thực thử nghiệm của trường mẫu (không có giá trị)";

    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LIST_HOLDS = Duration.ofDays(7);
    private static final String COUNTRY = "VN";

    /**
     * Somebody's key.
     *
     * @param certificate what says whose it is
     * @param file both, encrypted (PKCS#12)
     */
    record Issued(byte[] certificate, byte[] file) {}

    /** Makes an authority that holds between two instants. */
    static DemoAuthority make(Instant from, Instant to) {
        KeyPair pair = pair();
        X500Name name = name(NAME, "Trường mẫu Quyche");
        return new DemoAuthority(certificate(name, name, pair.getPublic(), pair, from, to, true), pair.getPrivate());
    }

    /** Reads what {@link #text} wrote. */
    static DemoAuthority of(String text) {
        String[] parts = text.split(":");
        try {
            return new DemoAuthority(
                    read(Base64.getDecoder().decode(parts[0])),
                    KeyFactory.getInstance("EC")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The invented authority cannot be read", e);
        }
    }

    /** Certificate and key, to be sealed and kept. */
    String text() {
        return Base64.getEncoder().encodeToString(encoded()) + ":"
                + Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** Its certificate, DER. */
    byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SHA-256 of its certificate, hexadecimal, as an authority publishes it. */
    String fingerprint() {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(encoded()))
                    .add(BigInteger.ONE.shiftLeft(256))
                    .toString(16)
                    .substring(1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes a key for somebody.
     *
     * @param holder the name
     * @param organization where they belong
     * @param pin what opens the file
     */
    Issued issue(String holder, String organization, Instant from, Instant to, String pin) {
        KeyPair pair = pair();
        X509Certificate issued = certificate(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                name(holder, organization),
                pair.getPublic(),
                new KeyPair(certificate.getPublicKey(), key),
                from,
                to,
                false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("demo", pair.getPrivate(), pin.toCharArray(), new Certificate[] {issued, certificate});
            store.store(file, pin.toCharArray());
            return new Issued(issued.getEncoded(), file.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The list of revoked certificates as of now: it names none. */
    byte[] revocations(Instant now) {
        V2TBSCertListGenerator list = new V2TBSCertListGenerator();
        list.setSignature(ECDSA);
        list.setIssuer(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
        list.setThisUpdate(new Time(Date.from(now)));
        list.setNextUpdate(new Time(Date.from(now.plus(LIST_HOLDS))));
        ExtensionsGenerator more = new ExtensionsGenerator();
        add(more, Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(id(certificate.getPublicKey())));
        add(more, Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
        list.setExtensions(more.generate());
        return signed(list.generateTBSCertList(), key);
    }

    private static X509Certificate certificate(
            X500Name issuer, X500Name subject, PublicKey of, KeyPair by, Instant from, Instant to, boolean authority) {
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(new BigInteger(96, RANDOM).setBit(96)));
        content.setSignature(ECDSA);
        content.setIssuer(issuer);
        content.setSubject(subject);
        content.setStartDate(new Time(Date.from(from)));
        content.setEndDate(new Time(Date.from(to)));
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(of.getEncoded()));
        content.setExtensions(extensions(of, by.getPublic(), authority));
        return read(signed(content.generateTBSCertificate(), by.getPrivate()));
    }

    private static Extensions extensions(PublicKey of, PublicKey by, boolean authority) {
        ExtensionsGenerator more = new ExtensionsGenerator();
        add(more, Extension.basicConstraints, true, new BasicConstraints(authority));
        add(
                more,
                Extension.keyUsage,
                true,
                new KeyUsage(
                        authority
                                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        add(more, Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(id(of)));
        add(more, Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(id(by)));
        return more.generate();
    }

    private static void add(
            ExtensionsGenerator to,
            org.bouncycastle.asn1.ASN1ObjectIdentifier which,
            boolean critical,
            ASN1Object value) {
        try {
            to.addExtension(which, critical, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] signed(ASN1Object content, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(content.getEncoded(ASN1Encoding.DER));
            ASN1EncodableVector whole = new ASN1EncodableVector();
            whole.add(content);
            whole.add(ECDSA);
            whole.add(new DERBitString(signature.sign()));
            return new DERSequence(whole).getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name name(String common, String organization) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, COUNTRY)
                .addRDN(BCStyle.O, organization)
                .addRDN(BCStyle.CN, common)
                .build();
    }

    /** The SHA-1 of a key, by which certificates and lists find each other (RFC 5280, 4.2.1.2): no matter of security. */
    private static byte[] id(PublicKey key) {
        try {
            return MessageDigest.getInstance("SHA-1")
                    .digest(SubjectPublicKeyInfo.getInstance(key.getEncoded())
                            .getPublicKeyData()
                            .getBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
