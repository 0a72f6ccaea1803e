package vn.quyche.core.screening.internal.model;

import java.util.Locale;
import java.util.Set;

/**
 * One word of a line.
 *
 * @param text the word as seen, in its own case
 * @param form the word in lower case, NFC
 * @param bare the word in lower case without marks
 * @param marks the marks on it, as bits of {@link Letters}
 * @param gap what stands between the word before and this one
 * @param spaced whether its letters stood apart ({@code M Ậ T})
 */
record Word(String text, String form, String bare, int marks, String gap, boolean spaced) {

    static Word of(String text, String gap, boolean spaced) {
        String form = text.toLowerCase(Locale.ROOT);
        return new Word(text, form, Letters.bare(form), Letters.marks(form), gap, spaced);
    }

    /** Whether any mark stands on it. */
    boolean marked() {
        return marks != 0;
    }

    /** Whether it holds letters, all of them capitals. */
    boolean caps() {
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letter |= Character.isLetter(c);
        }
        return letter;
    }

    /** Whether it starts with a capital. */
    boolean capital() {
        return Character.isUpperCase(text.charAt(0));
    }

    boolean number() {
        return text.chars().allMatch(Character::isDigit);
    }

    /** Whether it is one of the words; a word without marks also stands for the marked ones. */
    boolean isOneOf(Set<String> forms, Set<String> bareForms) {
        return forms.contains(form) || (!marked() && bareForms.contains(bare));
    }

    /** Whether nothing but space, or what joins the parts of a file name, stands before it. */
    boolean follows() {
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && "-_.*~·‐‑".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
