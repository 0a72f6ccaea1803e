package vn.quyche.group.internal.model;

import java.util.Locale;
import java.util.Optional;
import vn.quyche.core.api.Regulated;

/**
 * The code under which anyone checks a group of the school: the last ten of its id, 50 random bits, so that codes cannot be
 * guessed one after the other.
 */
@Regulated("TB.2")
public final class GroupCheckCode {

    private static final int LENGTH = 10;
    private static final String CODE = "[0-9A-HJKMNP-TV-Z]{10}";

    private GroupCheckCode() {}

    /** The code of a group. */
    public static String of(String groupId) {
        return groupId.length() <= LENGTH ? groupId : groupId.substring(groupId.length() - LENGTH);
    }

    /** The code in a text as people type it: small letters, dashes, O for 0; empty when it is none. */
    public static Optional<String> read(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.matches(CODE) ? Optional.of(plain) : Optional.empty();
    }

    /** A code as it is printed: two groups of five. */
    public static String printed(String groupId) {
        String code = of(groupId);
        return code.length() == LENGTH ? code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2) : code;
    }
}
