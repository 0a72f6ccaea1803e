package vn.quyche.signing.api;

import java.time.Instant;
import java.util.List;

/**
 * What was found in a file.
 *
 * @param fileName its name
 * @param size bytes
 * @param sha256 its hash, hexadecimal; empty when the file was not read
 * @param checkedAt when
 * @param verdict the worst of all
 * @param findings what concerns the file as a whole
 * @param signatures its signatures
 */
public record Verification(
        String fileName,
        long size,
        String sha256,
        Instant checkedAt,
        VerificationVerdict verdict,
        List<VerificationFinding> findings,
        List<VerifiedSignature> signatures) {

    public Verification {
        findings = List.copyOf(findings);
        signatures = List.copyOf(signatures);
    }
}
