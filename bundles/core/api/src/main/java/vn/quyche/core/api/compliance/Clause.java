package vn.quyche.core.api.compliance;

/**
 * A clause that some installed bundle carries out.
 *
 * @param id the id of the catalogue, for example {@code BC.6.8}
 * @param domain the bundle that carries it out
 * @param kind how it is carried out
 * @param summary the clause in short, in Vietnamese
 * @param mechanism what the platform does for it, in Vietnamese
 * @param citation how the school's own regulation numbers it, for example {@code Điều 6 khoản 8}
 */
public record Clause(String id, String domain, Kind kind, String summary, String mechanism, String citation) {

    /** Kinds of mechanisms. */
    public enum Kind {
        GUARD,
        LIMIT,
        RULE,
        DUTY,
        WORKFLOW,
        REGISTER,
        RECORD,
        REPORT,
        INTEGRATION,
        PRINCIPLE
    }
}
