package vn.quyche.core.security.internal.model;

import java.util.regex.Pattern;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Checks;

/** The names with which people sign in. */
public final class UserNames {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private UserNames() {}

    /** The form in which user names are compared; of any text, also of hostile one. */
    public static String key(String userName) {
        String key = searchable(userName == null ? "" : userName);
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }

    /** A text as it is searched, without what databases refuse. */
    public static String searchable(String text) {
        return VietnameseText.fold(UNPRINTABLE.matcher(text).replaceAll("?"));
    }

    /** Checks a user name and gives it as it is to be stored. */
    public static String check(Checks checks, String field, String userName) {
        String text = checks.text(field, userName, SHORTEST, LONGEST);
        if (text.length() >= SHORTEST
                && text.length() <= LONGEST
                && !FORM.matcher(text).matches()) {
            checks.add(field, "security.user-name-form");
        }
        return text;
    }
}
