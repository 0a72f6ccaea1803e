package vn.quyche.signing.internal.model;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Optional;

/** A list of revoked certificates, and whether it may be relied upon. */
public record RevocationList(X509CRL crl) {

    /** The largest file, in bytes. */
    public static final int LARGEST = 16 << 20;

    private static final String DELTA = "2.5.29.27";
    private static final String POINT = "2.5.29.28";
    /** Context tags of the distribution point: some reasons only, of other issuers too. */
    private static final int SOME_REASONS = 0x83;

    private static final int INDIRECT = 0x84;

    /** Reads DER or PEM; empty when it is no list. */
    public static Optional<RevocationList> read(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            return Optional.empty();
        }
        try {
            var crls = CertificateFactory.getInstance("X.509").generateCRLs(new ByteArrayInputStream(file));
            return crls.size() == 1 && crls.iterator().next() instanceof X509CRL one
                    ? Optional.of(new RevocationList(one))
                    : Optional.empty();
        } catch (CertificateException | CRLException e) {
            return Optional.empty();
        }
    }

    /** Whether it names all that an authority revoked, not only changes or some of them. */
    public boolean complete() {
        if (crl.getExtensionValue(DELTA) != null) {
            return false;
        }
        byte[] point = crl.getExtensionValue(POINT);
        return point == null || !hasTag(point, SOME_REASONS) && !hasTag(point, INDIRECT);
    }

    /** Looks for a tag among the parts of the sequence inside an octet string. */
    private static boolean hasTag(byte[] value, int tag) {
        int at = content(value, content(value, 0));
        while (at + 1 < value.length) {
            if ((value[at] & 0xFF) == tag) {
                return true;
            }
            at = content(value, at) + length(value, at);
        }
        return false;
    }

    /** Where the content of a part begins. */
    private static int content(byte[] value, int at) {
        int length = value[at + 1] & 0xFF;
        return at + 2 + (length > 0x7F ? length & 0x7F : 0);
    }

    private static int length(byte[] value, int at) {
        int length = value[at + 1] & 0xFF;
        if (length <= 0x7F) {
            return length;
        }
        int whole = 0;
        for (int i = 0; i < (length & 0x7F) && i < 3; i++) {
            whole = whole << 8 | value[at + 2 + i] & 0xFF;
        }
        return whole;
    }

    /** Whether an authority made it. */
    public boolean madeBy(AuthorityCertificate authority) {
        if (!crl.getIssuerX500Principal().equals(authority.certificate().getSubjectX500Principal())) {
            return false;
        }
        try {
            crl.verify(authority.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Up to when it knows. */
    public Instant thisUpdate() {
        return crl.getThisUpdate().toInstant();
    }

    /** When the next one was promised. */
    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(crl.getNextUpdate()).map(java.util.Date::toInstant);
    }

    /** How many certificates it names. */
    public int entries() {
        return crl.getRevokedCertificates() == null
                ? 0
                : crl.getRevokedCertificates().size();
    }
}
