package vn.quyche.group.internal.rest;

/**
 * A text that goes with a step: a reason, an answer, a remark.
 *
 * @param text the text
 */
public record Remark(String text) {

    /** The text of a body that may be missing. */
    static String of(Remark body) {
        return body == null || body.text() == null ? "" : body.text();
    }
}
