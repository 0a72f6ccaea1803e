package vn.quyche.group.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.quyche.core.api.error.Invalid;

/**
 * Where a page of a sorted list ends, as clients carry it.
 *
 * @param key the sort key of the last row
 * @param id its id
 */
record Cursor(String key, String id) {

    /** The cursor as a text that fits into an address. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + "\n" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Invalid {@code core.bad-cursor} for a text that is no cursor */
    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int cut = plain.lastIndexOf('\n');
            if (cut >= 0) {
                return new Cursor(plain.substring(0, cut), plain.substring(cut + 1));
            }
        } catch (IllegalArgumentException e) {
            throw new Invalid("after", "core.bad-cursor");
        }
        throw new Invalid("after", "core.bad-cursor");
    }
}
