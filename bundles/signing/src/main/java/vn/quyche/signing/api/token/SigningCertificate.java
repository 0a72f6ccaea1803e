package vn.quyche.signing.api.token;

import java.time.Instant;

/**
 * What a certificate says. It is public; the private key stays in the token.
 *
 * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
 * @param subject whom it names, as RFC 2253 writes it
 * @param name the common name of the subject
 * @param identity the tax code or identity number among the subject's attributes, for example {@code MST:0101234567}; empty
 *     without one
 * @param serial its serial number, hexadecimal
 * @param issuer the common name of who issued it
 * @param validFrom from when it holds
 * @param validTo until when it holds
 * @param keyUsage what its key is for, names of X.509 parted by commas; empty when it does not say
 * @param algorithm algorithm and size of its key, for example {@code RSA 2048}
 */
public record SigningCertificate(
        String fingerprint,
        String subject,
        String name,
        String identity,
        String serial,
        String issuer,
        Instant validFrom,
        Instant validTo,
        String keyUsage,
        String algorithm) {}
