package vn.quyche.core.api;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Vietnamese text as the product stores, searches and sorts it.
 *
 * <p>Every text is brought to NFC where it enters. Search folds case and diacritics; names are sorted by given name.
 */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** Base letters and their marks in the order of the Vietnamese alphabet. */
    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    /** Tones in dictionary order: level, grave, hook, tilde, acute, dot below. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final char FIRST_BEYOND_ASCII = 0x80;

    private VietnameseText() {}

    /** The text in NFC, without leading and trailing space; runs of space inside stay. */
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** The text on one line: NFC, runs of space as one. */
    public static String line(String text) {
        return SPACES.matcher(nfc(text)).replaceAll(" ").strip();
    }

    /** The text as search compares it: lower case, no diacritics, {@code đ} as {@code d}, runs of space as one. */
    public static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /**
     * A key that sorts people by given name, then family and middle names, by the Vietnamese alphabet and tones.
     *
     * <p>Plain ASCII, so that every database sorts it alike.
     */
    public static String nameSortKey(String fullName) {
        String name = line(fullName);
        int cut = name.lastIndexOf(' ');
        String given = cut < 0 ? name : name.substring(cut + 1);
        String rest = cut < 0 ? "" : name.substring(0, cut);
        return sortKey(given) + " " + sortKey(rest);
    }

    /** A key that sorts text by the Vietnamese alphabet, tones second; plain ASCII. */
    public static String sortKey(String text) {
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        String lower = line(text).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) < FIRST_BEYOND_ASCII) {
                // most of a name, and nothing to take apart
                letters.append(ranked(lower.substring(i, i + 1)));
                tones.append('0');
                continue;
            }
            String decomposed = Normalizer.normalize(lower.substring(i, i + 1), Normalizer.Form.NFD);
            int tone = 0;
            StringBuilder base = new StringBuilder();
            for (int j = 0; j < decomposed.length(); j++) {
                int found = TONES.indexOf(decomposed.charAt(j));
                if (found < 0) {
                    base.append(decomposed.charAt(j));
                } else {
                    tone = found + 1;
                }
            }
            String letter = Normalizer.normalize(base, Normalizer.Form.NFC);
            letters.append(ranked(letter));
            tones.append((char) ('0' + tone));
        }
        return letters + "!" + tones;
    }

    private static String ranked(String letter) {
        int rank = letter.length() == 1 ? ALPHABET.indexOf(letter.charAt(0)) : -1;
        return rank < 0 ? other(letter) : String.valueOf((char) ('A' + rank));
    }

    /** Digits and the like keep their place before the letters. */
    private static String other(String letter) {
        char c = letter.isEmpty() ? ' ' : letter.charAt(0);
        return c >= '0' && c <= '9' ? String.valueOf(c) : "$";
    }
}
