package vn.quyche.core.api.web;

/**
 * Why something is done, as a REST door is told.
 *
 * @param reason the words of the person
 */
public record Reason(String reason) {

    /** The reason of a body that may be missing. */
    public static String of(Reason body) {
        return body == null || body.reason() == null ? "" : body.reason();
    }
}
