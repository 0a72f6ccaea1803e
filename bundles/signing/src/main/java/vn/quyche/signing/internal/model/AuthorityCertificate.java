package vn.quyche.signing.internal.model;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The certificate of an authority, and whether it is fit to be believed. */
public record AuthorityCertificate(X509Certificate certificate) {

    /** The largest file, in bytes. */
    public static final int LARGEST = 100_000;

    private static final int KEY_CERT_SIGN = 5;
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;

    /** Reads DER or PEM; empty when it is no single certificate. */
    public static Optional<AuthorityCertificate> read(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            return Optional.empty();
        }
        try {
            var certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file));
            return certificates.size() == 1 && certificates.iterator().next() instanceof X509Certificate one
                    ? Optional.of(new AuthorityCertificate(one))
                    : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** The code of what is wrong with it, when something is. */
    public Optional<String> fault(Instant now) {
        boolean[] usage = certificate.getKeyUsage();
        if (certificate.getBasicConstraints() < 0 || usage != null && !usage[KEY_CERT_SIGN]) {
            return Optional.of("trust.no-authority");
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of("trust.expired");
        }
        PublicKey key = certificate.getPublicKey();
        boolean strong = key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= RSA_BITS
                || key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= EC_BITS;
        return strong ? Optional.empty() : Optional.of("trust.weak");
    }

    /** Whether it issued itself. */
    public boolean isRoot() {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()) && issued(this);
    }

    /** Whether it issued another one. */
    public boolean issued(AuthorityCertificate other) {
        if (!other.certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            return false;
        }
        try {
            other.certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** SHA-256, hexadecimal. */
    public String fingerprint() {
        return Fingerprint.of(certificate);
    }

    /** Whether a fingerprint that somebody typed is this one's; blanks, colons and the case do not count. */
    public boolean hasFingerprint(String typed) {
        String bare = typed == null ? "" : typed.replaceAll("[\\s:.-]", "").toLowerCase(Locale.ROOT);
        return bare.equals(fingerprint());
    }

    /** A distinguished name as people read it. */
    public static String name(javax.security.auth.x500.X500Principal principal) {
        String name = principal.getName(javax.security.auth.x500.X500Principal.RFC1779);
        return name.length() > 1_000 ? name.substring(0, 1_000) : name;
    }
}
