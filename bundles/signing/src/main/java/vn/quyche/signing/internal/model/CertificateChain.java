package vn.quyche.signing.internal.model;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The certificates above one, as far as they are known. */
public final class CertificateChain {

    private static final int LONGEST = 8;

    private CertificateChain() {}

    /**
     * A certificate and those between it and its root.
     *
     * @param authorities the authorities below roots that are known
     */
    public static List<X509Certificate> of(X509Certificate certificate, Collection<X509Certificate> authorities) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        while (chain.size() < LONGEST) {
            X509Certificate last = chain.get(chain.size() - 1);
            X509Certificate issuer = authorities.stream()
                    .filter(authority -> !chain.contains(authority) && issued(authority, last))
                    .findFirst()
                    .orElse(null);
            if (issuer == null) {
                break;
            }
            chain.add(issuer);
        }
        return chain;
    }

    private static boolean issued(X509Certificate authority, X509Certificate certificate) {
        if (!authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
