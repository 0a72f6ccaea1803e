package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.crl.CRLBinary;
import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.crl.CRLValidity;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loaded lists of revoked certificates as the engine asks for them, read once for all files: a public authority's has a hundred
 * thousand lines. The engine's own source of lists keeps what it told for a file, so it cannot serve the next one.
 */
final class KnownLists implements CRLSource {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(KnownLists.class);

    private final transient List<byte[]> lists;
    /** Those that are believed. Files bring issuers of their own, as many as somebody likes: nothing is kept for them. */
    private final transient Set<CertificateToken> believed = new HashSet<>();
    /** By issuer: the newest list that it signed. */
    private final transient Map<CertificateToken, Optional<CRLValidity>> newest = new ConcurrentHashMap<>();

    KnownLists(EngineTrust trust) {
        this.lists = trust.crls();
        trust.roots().keySet().forEach(root -> believed.add(new CertificateToken(root)));
        trust.authorities().forEach(authority -> believed.add(new CertificateToken(authority)));
    }

    /** How many issuers something is kept for. */
    int kept() {
        return newest.size();
    }

    @Override
    public CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        Optional<CRLValidity> found =
                believed.contains(issuer) ? newest.computeIfAbsent(issuer, this::read) : read(issuer);
        return found.map(list -> {
                    CRLToken token = new CRLToken(certificate, list);
                    token.setExternalOrigin(RevocationOrigin.EXTERNAL);
                    return token;
                })
                .orElse(null);
    }

    private Optional<CRLValidity> read(CertificateToken issuer) {
        return lists.stream()
                .flatMap(list -> signed(list, issuer).stream())
                .max(Comparator.comparing(CRLValidity::getThisUpdate));
    }

    private static Optional<CRLValidity> signed(byte[] list, CertificateToken issuer) {
        try {
            return Optional.of(CRLUtils.buildCRLValidity(new CRLBinary(list), issuer))
                    .filter(CRLValidity::isValid);
        } catch (IOException | RuntimeException e) {
            LOG.debug("A list of revoked certificates is none of this issuer", e);
            return Optional.empty();
        }
    }
}
