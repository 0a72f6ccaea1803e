package vn.quyche.core.api;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is left of a name for an eye that does not look closely: no case, diacritics, spaces and signs, foreign letters as the
 * Latin ones that they look like, digits that stand in for letters as those letters. Two names with one skeleton look alike.
 */
@Regulated("TB.2")
public final class NameSkeleton {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Letters of other scripts, and those that they look like, place by place. */
    private static final Map<Character, Character> LETTERS = pairs(
            // Cyrillic
            "АВЕЅІЈКМНОРСТУХҮԜавегікмнорстухѕјԁһӏүԝԍ",
            "ABESIJKMHOPCTYXYWaberikmhopctyxsjdhlywg",
            // Greek
            "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεηικνορτυχωγ",
            "ABEZHIKMNOPTYXabenikvoptuxwy",
            // Latin letters that no decomposition brings back
            "ıɑɡøðɗƌŋſłħɩʟ|",
            "iagodddnslhill");
    /** Digits that stand in for letters when they stand among letters. */
    private static final Map<Character, Character> DIGITS = pairs("34589", "easbg");

    private NameSkeleton() {}

    /** The skeleton of a name; empty when there is no letter and no digit in it. */
    public static String of(String name) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        String folded = VietnameseText.fold(mapped(plain, LETTERS));
        StringBuilder skeleton = new StringBuilder();
        for (String word : SPACES.split(folded)) {
            skeleton.append(among(word) ? mapped(word, DIGITS) : word);
        }
        return SIGNS.matcher(skeleton.toString()
                        .replace('0', 'o')
                        .replace('1', 'l')
                        .replace('!', 'l')
                        .replace('i', 'l')
                        .replace('@', 'a')
                        .replace("vv", "w"))
                .replaceAll("");
    }

    /** Whether the digits of a word stand among letters: "T34m", but not the "6A4" of a class. */
    private static boolean among(String word) {
        long letters = word.chars().filter(Character::isLetter).count();
        long digits = word.chars().filter(Character::isDigit).count();
        return letters >= 2 && letters >= digits;
    }

    private static String mapped(String text, Map<Character, Character> map) {
        StringBuilder result = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            result.append(map.getOrDefault(c, c).charValue());
        }
        return result.toString();
    }

    private static Map<Character, Character> pairs(String... tables) {
        Map<Character, Character> pairs = new HashMap<>();
        for (int table = 0; table < tables.length; table += 2) {
            for (int i = 0; i < tables[table].length(); i++) {
                pairs.put(tables[table].charAt(i), tables[table + 1].charAt(i));
            }
        }
        return Map.copyOf(pairs);
    }
}
