package vn.quyche.core.api.error;

/**
 * A guard or a limit of a regulation refuses the step. HTTP 422.
 *
 * <p>The message says what was refused, why (the clause) and what to do next.
 */
public final class Refused extends QuycheException {

    private static final long serialVersionUID = 1L;

    /**
     * @param clause the clause that refuses, for example {@code BC.6.8}
     * @param code the stable code and message key
     */
    public Refused(String clause, String code, Object... args) {
        super(code, clause, null, args);
    }
}
