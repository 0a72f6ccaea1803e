package vn.quyche.core.security.internal.rest;

/**
 * Why something is done.
 *
 * @param reason a line for the audit log
 */
public record Reason(String reason) {

    /** The reason of a body that may be missing. */
    static String of(Reason body) {
        return body == null || body.reason() == null ? "" : body.reason();
    }
}
