package vn.quyche.core.api.web;

import vn.quyche.core.api.error.Invalid;

/** The body of a request, which a sender may leave out. */
public final class Body {

    private Body() {}

    /**
     * What was sent.
     *
     * @throws Invalid {@code core.required} at {@code body} when nothing was
     */
    public static <T> T required(T body) {
        return required("body", body);
    }

    /**
     * What was sent.
     *
     * @param field the field that is told to be missing
     * @throws Invalid {@code core.required} at the field when nothing was
     */
    public static <T> T required(String field, T body) {
        if (body == null) {
            throw new Invalid(field, "core.required");
        }
        return body;
    }
}
