package vn.quyche.signing.internal.engine;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.quyche.signing.api.TrustTrack;

/**
 * What a verification believes.
 *
 * @param roots the roots and the stores in which they stand
 * @param authorities the authorities below them
 * @param crls lists of revoked certificates, DER
 * @param freshness how old knowledge of revocation may be
 */
public record EngineTrust(
        Map<X509Certificate, TrustTrack> roots,
        List<X509Certificate> authorities,
        List<byte[]> crls,
        Duration freshness) {}
