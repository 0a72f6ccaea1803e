package vn.quyche.core.api.web;

import vn.quyche.core.api.error.Invalid;

/** Reads the {@code If-Match} header of an update: the version that the client saw, as the {@code ETag} gave it. */
public final class IfMatch {

    private IfMatch() {}

    /**
     * The version in the header, for example {@code "3"}.
     *
     * @throws Invalid {@code core.if-match-missing} when there is none, {@code core.if-match-malformed} when it is no number
     */
    public static long version(String header) {
        if (header == null || header.isBlank()) {
            throw new Invalid("If-Match", "core.if-match-missing");
        }
        try {
            return Long.parseLong(header.strip().replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new Invalid("If-Match", "core.if-match-malformed");
        }
    }
}
