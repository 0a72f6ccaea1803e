package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.signing.internal.model.Fingerprint;

/** The lists of revoked certificates that an administrator loaded, read once for all files, when they are first asked. */
final class LoadedLists {

    private final EngineTrust trust;
    private final Map<String, X509Certificate> issuers = new HashMap<>();
    private List<X509CRL> lists;

    LoadedLists(EngineTrust trust) {
        this.trust = trust;
        trust.roots().keySet().forEach(root -> issuers.put(Fingerprint.of(root), root));
        trust.authorities().forEach(authority -> issuers.put(Fingerprint.of(authority), authority));
    }

    /** When a certificate was revoked by what its own issuer says; empty when nothing says so. */
    Optional<Instant> revokedAt(CertificateWrapper certificate) {
        CertificateWrapper by = certificate.getSigningCertificate();
        X509Certificate issuer = by == null ? null : issuers.get(SignatureRules.fingerprint(by));
        if (issuer == null) {
            return Optional.empty();
        }
        BigInteger serial = new BigInteger(certificate.getSerialNumber());
        return lists().stream()
                .filter(list -> list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
                .flatMap(list ->
                        Optional.ofNullable(list.getRevokedCertificate(serial))
                                .filter(entry -> signed(list, issuer))
                                .stream())
                .map(X509CRLEntry::getRevocationDate)
                .map(date -> date.toInstant())
                .min(Instant::compareTo);
    }

    private synchronized List<X509CRL> lists() {
        if (lists == null) {
            lists = new ArrayList<>();
            for (byte[] der : trust.crls()) {
                try {
                    lists.add((X509CRL)
                            CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der)));
                } catch (GeneralSecurityException e) {
                    // the engine does not take it either
                    continue;
                }
            }
        }
        return lists;
    }

    private static boolean signed(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
