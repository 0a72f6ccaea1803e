package vn.quyche.signing.internal.engine;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.quyche.signing.api.TrustTrack;

/** Two roots with an authority below each, signers of all kinds and their lists of revoked certificates, made for one run. */
public final class TestPki {

    /** The moment at which files are verified: today, since other tools sign by the clock of the machine. */
    public static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    /** Who signs: a key and the certificates up to the root. */
    public record Signer(PrivateKey key, List<X509Certificate> chain) {
        public X509Certificate certificate() {
            return chain.get(0);
        }

        KeyPair pair() {
            return new KeyPair(certificate().getPublicKey(), key);
        }
    }

    private static final KeyPair ROOT_KEY = rsa(2048);
    private static final KeyPair CA_KEY = rsa(2048);
    private static final KeyPair SIGNER_KEY = rsa(2048);
    private static long serial = 1000;

    public final Signer root = root("CN=Root cong vu thu nghiem,C=VN");
    public final Signer publicRoot = root("CN=Root cong cong thu nghiem,C=VN");
    public final Signer authority = authority("CN=CA cong vu thu nghiem,C=VN", root);
    public final Signer publicAuthority = authority("CN=CA cong cong thu nghiem,C=VN", publicRoot);
    public final Signer principal = signer("CN=Hieu truong,O=Truong Tieu hoc Mau,C=VN", authority, SIGNER_KEY);
    public final Signer seal = signer("CN=Truong Tieu hoc Mau,O=Truong Tieu hoc Mau,C=VN", authority, SIGNER_KEY);
    public final Signer company = signer("CN=Cong ty Mau,O=Cong ty Mau,C=VN", publicAuthority, SIGNER_KEY);

    public static Instant days(long days) {
        return NOW.plus(Duration.ofDays(days));
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair sharedKey() {
        return SIGNER_KEY;
    }

    Signer root(String name) {
        X509Certificate certificate = certificate(
                name,
                null,
                ROOT_KEY,
                ROOT_KEY,
                days(-3650),
                days(3650),
                true,
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                null,
                "SHA256withRSA");
        return new Signer(ROOT_KEY.getPrivate(), List.of(certificate));
    }

    Signer authority(String name, Signer issuer) {
        X509Certificate certificate = certificate(
                name,
                issuer.certificate(),
                CA_KEY,
                ROOT_KEY,
                days(-1800),
                days(1800),
                true,
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                null,
                "SHA256withRSA");
        return new Signer(CA_KEY.getPrivate(), List.of(certificate, issuer.certificate()));
    }

    public Signer signer(String name, Signer issuer, KeyPair key) {
        return signer(
                name,
                issuer,
                key,
                days(-365),
                days(365),
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                "SHA256withRSA");
    }

    /** Somebody else with the key of another. */
    public Signer signer(String name, Signer issuer, Signer keyOf) {
        return signer(name, issuer, keyOf.pair());
    }

    Signer signer(String name, Signer issuer, KeyPair key, Instant from, Instant to, int usage, String algorithm) {
        X509Certificate certificate =
                certificate(name, issuer.certificate(), key, issuer.pair(), from, to, false, usage, null, algorithm);
        return new Signer(
                key.getPrivate(),
                List.of(certificate, issuer.chain().get(0), issuer.chain().get(1)));
    }

    public Signer tsa() {
        KeyPair key = rsa(2048);
        X509Certificate certificate = certificate(
                "CN=Dich vu cap dau thoi gian thu nghiem,C=VN",
                publicAuthority.certificate(),
                key,
                CA_KEY,
                days(-365),
                days(700),
                false,
                KeyUsage.digitalSignature,
                KeyPurposeId.id_kp_timeStamping,
                "SHA256withRSA");
        return new Signer(
                key.getPrivate(),
                List.of(
                        certificate,
                        publicAuthority.chain().get(0),
                        publicAuthority.chain().get(1)));
    }

    public Signer selfSigned() {
        X509Certificate certificate = certificate(
                "CN=Tu ky,C=VN",
                null,
                SIGNER_KEY,
                SIGNER_KEY,
                days(-10),
                days(355),
                false,
                KeyUsage.digitalSignature,
                null,
                "SHA256withRSA");
        return new Signer(SIGNER_KEY.getPrivate(), List.of(certificate));
    }

    static X509Certificate certificate(
            String name,
            X509Certificate issuer,
            KeyPair key,
            KeyPair issuerKey,
            Instant from,
            Instant to,
            boolean ca,
            int usage,
            KeyPurposeId purpose,
            String algorithm) {
        try {
            X500Name subject = new X500Name(name);
            X500Name by = issuer == null
                    ? subject
                    : new X500Name(issuer.getSubjectX500Principal().getName("RFC2253"));
            JcaX509v3CertificateBuilder builder = issuer == null
                    ? new JcaX509v3CertificateBuilder(
                            by, BigInteger.valueOf(serial++), Date.from(from), Date.from(to), subject, key.getPublic())
                    : new JcaX509v3CertificateBuilder(
                            issuer,
                            BigInteger.valueOf(serial++),
                            Date.from(from),
                            Date.from(to),
                            subject,
                            key.getPublic());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuerKey.getPublic()));
            if (!ca || issuer != null) {
                // the engine takes no list for a certificate that names no place of lists; nobody asks there
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(
                            new DistributionPointName(new GeneralNames(new GeneralName(
                                    GeneralName.uniformResourceIdentifier, "http://crl.invalid/a.crl"))),
                            null,
                            null)
                }));
            }
            if (purpose != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            }
            ContentSigner by2 = new JcaContentSignerBuilder(algorithm).build(issuerKey.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(by2));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list of revoked certificates. */
    public static byte[] crl(
            Signer issuer, Instant thisUpdate, Instant nextUpdate, Map<X509Certificate, Instant> revoked) {
        return crl(issuer, issuer.key(), thisUpdate, nextUpdate, revoked);
    }

    static byte[] crl(
            Signer issuer,
            PrivateKey key,
            Instant thisUpdate,
            Instant nextUpdate,
            Map<X509Certificate, Instant> revoked) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(issuer.certificate(), Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            revoked.forEach((certificate, at) ->
                    builder.addCRLEntry(certificate.getSerialNumber(), Date.from(at), CRLReason.keyCompromise));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()));
            builder.addExtension(Extension.cRLNumber, false, new org.bouncycastle.asn1.x509.CRLNumber(BigInteger.ONE));
            return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both roots, both authorities, and fresh lists with nothing revoked. */
    EngineTrust trust() {
        return trust(Map.of());
    }

    EngineTrust trust(Map<X509Certificate, Instant> revoked) {
        return trust(List.of(
                crl(root, days(-1), days(6), Map.of()),
                crl(publicRoot, days(-1), days(6), Map.of()),
                crl(authority, days(-1), days(6), revoked),
                crl(publicAuthority, days(-1), days(6), revoked)));
    }

    EngineTrust trust(List<byte[]> crls) {
        Map<X509Certificate, TrustTrack> roots = new LinkedHashMap<>();
        roots.put(root.certificate(), TrustTrack.OFFICIAL);
        roots.put(publicRoot.certificate(), TrustTrack.PUBLIC);
        return new EngineTrust(
                roots, List.of(authority.certificate(), publicAuthority.certificate()), crls, Duration.ofDays(7));
    }
}
