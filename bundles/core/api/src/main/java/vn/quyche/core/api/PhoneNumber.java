package vn.quyche.core.api;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers in Vietnam's usual forms, brought to one: {@code 0912345678}. */
public final class PhoneNumber {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}().\\-]+");
    private static final Pattern MOBILE = Pattern.compile("0[35789][0-9]{8}");
    private static final Pattern LANDLINE = Pattern.compile("02[0-9]{8,9}");
    /** What Excel leaves of a number whose leading zero it took for superfluous. */
    private static final Pattern WITHOUT_ZERO = Pattern.compile("[35789][0-9]{8}|2[0-9]{9}");

    private PhoneNumber() {}

    /** The number in its one form; empty when it is none. */
    public static Optional<String> normalise(String text) {
        String digits = SEPARATORS.matcher(text).replaceAll("");
        String number = digits.startsWith("+84")
                ? national(digits.substring(3))
                : digits.startsWith("0084")
                        ? national(digits.substring(4))
                        : digits.startsWith("84") && digits.length() >= 11
                                ? national(digits.substring(2))
                                : WITHOUT_ZERO.matcher(digits).matches() ? "0" + digits : digits;
        return MOBILE.matcher(number).matches() || LANDLINE.matcher(number).matches()
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Some write {@code +84 (0) 912 …}. */
    private static String national(String rest) {
        return rest.startsWith("0") ? rest : "0" + rest;
    }
}
