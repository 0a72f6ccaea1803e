package vn.quyche.core.api.error;

import java.util.List;
import java.util.Optional;

/**
 * An error that a person can understand and a door can translate.
 *
 * <p>{@code code} is stable, for example {@code group.too-many-images}, and is the key of the message; {@code args} fill
 * its places; {@code clause} names the rule that was applied, when there is one.
 */
public abstract sealed class QuycheException extends RuntimeException
        permits NotFound, Conflict, Invalid, Forbidden, Unauthenticated, Unavailable, Refused {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> args;
    private final String clause;
    private boolean recorded;

    QuycheException(String code, String clause, Throwable cause, Object... args) {
        super(code + " " + List.of(args), cause);
        this.code = code;
        this.clause = clause;
        this.args = List.of(args);
    }

    /** The stable code, {@code <domain>.<what>}. */
    public String code() {
        return code;
    }

    /** What fills {0}, {1} … of the message. */
    public List<Object> args() {
        return args == null ? List.of() : args;
    }

    /** The clause that was applied, for example {@code BC.6.8}. */
    public Optional<String> clause() {
        return Optional.ofNullable(clause);
    }

    /** Whether the refusal stands in the audit log already: an error that passes several acts is written once. */
    public boolean recorded() {
        return recorded;
    }

    /** Says that the refusal was written to the audit log. */
    public void markRecorded() {
        recorded = true;
    }
}
