package vn.quyche.core.security.internal.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Checks;

/**
 * What a password must not be: short, the person's own name, or one that everybody tries first. No rules about kinds of
 * characters: they make passwords worse.
 */
public final class PasswordPolicy {

    /** Fewest characters. */
    public static final int SHORTEST = 10;

    /** Most characters; longer ones only keep the server busy. */
    public static final int LONGEST = 128;

    /** How many former passwords may not come back. */
    public static final int REMEMBERED = 5;

    private static final int SHORTEST_NAME_PART = 4;

    private final Set<String> common;

    public PasswordPolicy() {
        this.common = readCommon();
    }

    /** The form in which passwords are compared: the same whichever keyboard wrote the marks. */
    public static String normal(String password) {
        return Normalizer.normalize(password == null ? "" : password, Normalizer.Form.NFC);
    }

    /**
     * Collects what is wrong with a new password.
     *
     * @param field the field to name
     * @param userName of the account
     * @param name of the person
     */
    public void check(Checks checks, String field, String password, String userName, String name) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        String plain = plain(normal);
        if (length < SHORTEST) {
            checks.add(field, "security.password-too-short", SHORTEST);
        } else if (length > LONGEST) {
            checks.add(field, "security.password-too-long", LONGEST);
        } else if (normal.chars().anyMatch(Character::isISOControl)) {
            checks.add(field, "core.bad-characters");
        } else if (containsName(plain, userName, name)) {
            checks.add(field, "security.password-has-name");
        } else if (isCommon(plain)) {
            checks.add(field, "security.password-common");
        }
    }

    private static boolean containsName(String plain, String userName, String name) {
        String user = plain(userName);
        if (user.length() >= SHORTEST_NAME_PART && plain.contains(user)) {
            return true;
        }
        String whole = plain(name);
        return whole.length() >= SHORTEST_NAME_PART && plain.contains(whole);
    }

    /** Common as it is, or common with digits and signs around it, or one character over and over. */
    private boolean isCommon(String plain) {
        String core = plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return common.contains(plain)
                || common.contains(core)
                || plain.chars().distinct().count() <= 3
                || isRun(plain);
    }

    /** Counts up or down all the way, as 1234567890 does. */
    private static boolean isRun(String plain) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < plain.length(); i++) {
            int step = plain.charAt(i) - plain.charAt(i - 1);
            up += step == 1 || step == -9 ? 1 : 0;
            down += step == -1 || step == 9 ? 1 : 0;
        }
        return plain.length() > 1 && Math.max(up, down) >= plain.length() - 2;
    }

    private static String plain(String text) {
        return VietnameseText.fold(text == null ? "" : text).replace(" ", "");
    }

    private static Set<String> readCommon() {
        try (InputStream in = PasswordPolicy.class.getResourceAsStream("/common-passwords.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
