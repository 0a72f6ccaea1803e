package vn.quyche.core.directory.internal.model;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.quyche.core.api.error.Checks;

/**
 * Looks at the letters of a name.
 *
 * <p>Two things make a name that looks right and is never found: letters of another script that look like Latin ones, and
 * text of the old 8-bit fonts (TCVN3, VNI), whose bytes arrive as strange Latin letters. Both are refused with the word of
 * what it is; guessing the right name is left to the person who knows it.
 */
public final class NameLetters {

    /** Signs and letters that only the old fonts leave behind; no Vietnamese name has them. */
    private static final Pattern OLD_FONT_SIGNS = Pattern.compile(
            "[\u00a1-\u00b6\u00b8-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00cf\u00d1\u00d6-\u00d8\u00db-\u00dc"
                    + "\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00ef\u00f1\u00f6-\u00f8\u00fb-\u00fc\u00fe-\u00ff\u00b7]");
    /** TCVN3: a tone as a capital within a word, {@code NguyÔn}, {@code TuÊn}. */
    private static final Pattern CAPITAL_WITHIN = Pattern.compile("\\p{Ll}[\u00c0-\u00dd]");
    /** VNI: the tone as a letter of its own after the vowel, {@code Traàn}, {@code Leâ}, {@code Nguyeãn}. */
    private static final Pattern TONE_AFTER_VOWEL = Pattern.compile(
            "[aeAE][\u00c0-\u00c3\u00c8-\u00ca\u00cc-\u00cd\u00d2-\u00d5\u00d9-\u00da\u00e0-\u00e3\u00e8-\u00ea\u00ec-\u00ed\u00f2-\u00f5\u00f9-\u00fa]"
                    + "|[oO][\u00c2\u00d5\u00d9\u00e2\u00f5\u00f9]");
    /** Letters that look like Đ and are others: eth (Iceland) and the African D. */
    private static final String FALSE_D = "\u00d0\u00f0\u0189\u0256";

    private static final String SIGNS = " '’-.";

    private NameLetters() {}

    /** What is wrong with a name. */
    private record Finding(String code, Object[] args) {}

    /** Adds what is wrong with the letters of a person's name in NFC; nothing for an empty one. */
    static void checkPerson(Checks checks, String field, String name) {
        falseLetter(name).or(() -> strangeCharacter(name)).ifPresent(f -> checks.add(field, f.code, f.args));
    }

    /** Adds what is wrong with the letters of a unit's or school's name, which may hold digits and signs too. */
    public static void checkTitle(Checks checks, String field, String title) {
        falseLetter(title).ifPresent(f -> checks.add(field, f.code, f.args));
    }

    private static Optional<Finding> falseLetter(String name) {
        // First, since the micro sign of the old fonts is a letter of no script.
        if (OLD_FONT_SIGNS.matcher(name).find()
                || CAPITAL_WITHIN.matcher(name).find()
                || TONE_AFTER_VOWEL.matcher(name).find()) {
            return Optional.of(new Finding("directory.old-encoding", new Object[0]));
        }
        return foreignLetter(name)
                .or(() -> name.codePoints()
                        .filter(c -> FALSE_D.indexOf(c) >= 0)
                        .mapToObj(c -> lookAlike(name, c, "Đ"))
                        .findFirst());
    }

    private static Optional<Finding> strangeCharacter(String name) {
        return name.codePoints()
                .filter(c -> !allowed(c))
                .mapToObj(c -> new Finding("directory.bad-name-character", new Object[] {shown(c)}))
                .findFirst();
    }

    private static Optional<Finding> foreignLetter(String name) {
        return name.codePoints()
                .filter(c -> Character.isLetter(c) && !plainLatin(c))
                .mapToObj(c -> lookAlike(name, c, Character.UnicodeScript.of(c).name()))
                .findFirst();
    }

    /** Full-width and mathematical letters count as look-alikes too: they are Latin in name only. */
    private static boolean plainLatin(int c) {
        return c < 0x2000 && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static Finding lookAlike(String name, int letter, String script) {
        int place = name.codePointCount(0, name.indexOf(letter)) + 1;
        return new Finding("directory.look-alike-letter", new Object[] {shown(letter), place, script});
    }

    private static boolean allowed(int c) {
        return Character.isLetter(c) || SIGNS.indexOf(c) >= 0;
    }

    private static String shown(int c) {
        String code = String.format("U+%04X", c);
        boolean visible = Character.isLetterOrDigit(c) || c > 0x20 && c < 0x7f;
        return visible ? Character.toString(c) + " (" + code + ")" : code;
    }
}
