package vn.quyche.core.api.screening;

import java.util.List;
import java.util.Optional;

/**
 * What screening found.
 *
 * @param findings what speaks against it, the worst first; empty when nothing does
 * @param mediaType the type found by content; {@code text/plain} for texts
 * @param virusScanned whether a virus scanner saw it
 */
public record Verdict(List<Finding> findings, String mediaType, boolean virusScanned) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether it may be used. */
    public boolean allowed() {
        return findings.stream().noneMatch(Finding::refuses);
    }

    /** The first finding that refuses. */
    public Optional<Finding> refusal() {
        return findings.stream().filter(Finding::refuses).findFirst();
    }

    /**
     * One thing found.
     *
     * @param clause the clause that it breaks
     * @param code the message key, for example {@code screening.secrecy-marking}
     * @param where the field, file or archive entry; never the content
     * @param refuses whether it must not be used; else it is a warning
     */
    public record Finding(String clause, String code, String where, boolean refuses) {}
}
