package vn.quyche.district.internal.model;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.quyche.core.api.Regulated;

/**
 * The code under which anyone checks a group: ten letters and digits that do not look alike, 50 random bits, so that codes
 * cannot be guessed one after the other.
 */
@Regulated("TB.2")
public final class CheckCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    private final RandomGenerator random;

    /** Codes that nobody can foresee. */
    public CheckCode() {
        this(new SecureRandom());
    }

    CheckCode(RandomGenerator random) {
        this.random = random;
    }

    /** A new code. */
    public String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The code in a text as people type it: small letters, dashes, O for 0; empty when it is none. */
    public static Optional<String> read(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean code = plain.length() == LENGTH && plain.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
        return code ? Optional.of(plain) : Optional.empty();
    }

    /** A code as it is printed: two groups of five. */
    public static String printed(String code) {
        return code.length() == LENGTH ? code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2) : code;
    }
}
