package vn.quyche.signing.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One signature of a file.
 *
 * @param number its place in the file, from 1, in the order of signing where the file tells it
 * @param verdict what is said of it
 * @param signer the name in the certificate
 * @param organisation the organisation in the certificate, empty when there is none
 * @param issuer who issued the certificate
 * @param serial the serial number of the certificate, hexadecimal
 * @param fingerprint SHA-256 of the certificate, hexadecimal
 * @param track the store in which its root stands; empty when no store knows it
 * @param level form and level, for example {@code PAdES-BASELINE-B}
 * @param algorithm digest and key, for example {@code SHA256 RSA 2048}
 * @param claimedAt when the signer says it was made
 * @param stampedAt the time that a time stamp proves, when there is one
 * @param statusAsOf up to when revocation is known
 * @param archivedUntil when the certificate of the time stamp over all its proofs ends, at level LTA
 * @param coversAll whether nothing was added to the file after it
 * @param revisionLength bytes of the file that it covers, zero where the form has no revisions
 * @param findings why the verdict is what it is
 */
public record VerifiedSignature(
        int number,
        VerificationVerdict verdict,
        String signer,
        String organisation,
        String issuer,
        String serial,
        String fingerprint,
        Optional<TrustTrack> track,
        String level,
        String algorithm,
        Optional<Instant> claimedAt,
        Optional<Instant> stampedAt,
        Optional<Instant> statusAsOf,
        Optional<Instant> archivedUntil,
        boolean coversAll,
        long revisionLength,
        List<VerificationFinding> findings) {

    public VerifiedSignature {
        findings = List.copyOf(findings);
    }
}
