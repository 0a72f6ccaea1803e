package vn.quyche.signing.api;

import java.time.Instant;
import java.util.Optional;

/**
 * The certificate of a certification authority that is believed.
 *
 * @param id the id; empty while it is only looked at
 * @param track the store in which it stands
 * @param root whether it is a root, else issued by one that is known
 * @param subject its name
 * @param issuer who issued it
 * @param serial serial number, hexadecimal
 * @param fingerprint SHA-256 of the certificate, hexadecimal
 * @param notBefore from when it holds
 * @param notAfter until when
 * @param addedAt when it was added; empty while it is only looked at
 * @param addedBy who added it
 * @param crl its newest list of revoked certificates
 */
public record TrustCertificate(
        String id,
        TrustTrack track,
        boolean root,
        String subject,
        String issuer,
        String serial,
        String fingerprint,
        Instant notBefore,
        Instant notAfter,
        Optional<Instant> addedAt,
        String addedBy,
        Optional<TrustCrl> crl) {}
