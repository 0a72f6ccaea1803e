package vn.quyche.signing.internal.engine;

import java.util.List;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerifiedSignature;

/** What the engine found in a file. */
public record EngineOutcome(List<VerificationFinding> findings, List<VerifiedSignature> signatures) {

    public EngineOutcome {
        findings = List.copyOf(findings);
        signatures = List.copyOf(signatures);
    }

    /** Nothing but one finding. */
    public static EngineOutcome only(VerificationFinding finding) {
        return new EngineOutcome(List.of(finding), List.of());
    }
}
