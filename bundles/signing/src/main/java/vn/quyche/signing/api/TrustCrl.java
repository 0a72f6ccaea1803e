package vn.quyche.signing.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A list of revoked certificates that was loaded.
 *
 * @param issuer the authority
 * @param thisUpdate up to when it knows
 * @param nextUpdate when the authority promised the next one
 * @param entries how many certificates it names
 * @param loadedAt when it was loaded
 * @param fresh whether it is new enough for a verdict
 */
public record TrustCrl(
        String issuer,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        int entries,
        Instant loadedAt,
        boolean fresh) {}
