package vn.quyche.core.screening.internal.model;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Letters as the eye reads them: one form for look-alikes, full-width and styled letters, without what cannot be seen.
 *
 * <p>Who hides a marking writes it with a Cyrillic М, with a zero-width space inside, or with the marks apart (NFD).
 */
final class Letters {

    /** Look-alike letters, each followed by the Latin letter that it stands for. */
    private static final String LOOK_ALIKES =
            "аaеeоoсcрpуyхxіiјjѕsмmтtвbнhкkԁdԍgһhӏiԛqԝwүyАAЕEОOСCРPУYХXІIЈJЅSМMТTВBНHКKҮYӀI"
                    + "αaεeοoιiυuτtκkνvρpμmηnχxγyΑAΕEΟOΙIΥYΤTΚKΝNΡPΜMΗHΧXΒBΖZ"
                    + "ᴀaᴛtᴍmᴜuʏyᴇeᴏoɪiıi";

    /** The marks of Vietnamese: tones, circumflex, breve, horn. All others are decoration (struck through, underlined). */
    private static final String MARKS = "\u0301\u0300\u0303\u0309\u0323\u0302\u0306\u031b";

    /** Tones and signs as bits, in the order of {@link #MARKS}. */
    static final int ACUTE = 1;

    static final int GRAVE = 1 << 1;
    static final int TILDE = 1 << 2;
    static final int HOOK = 1 << 3;
    static final int BREVE = 1 << 6;
    static final int HORN = 1 << 7;
    private static final int STROKE = 1 << 8;

    /** Digits and signs that stand for letters, each followed by the letter. */
    private static final String STANDING_FOR = "@a4a0o3e1i7t!i";

    /** The bare lower-case letter of each character of the basic plane; 0 when it has none. */
    private static final char[] BARE = bareLetters();

    /** The marks of each character of the basic plane, as bits. */
    private static final char[] MARK_BITS = markBits();

    private Letters() {}

    /** The text in NFC with look-alikes replaced and the unseen removed; letters keep their case. */
    static String seen(String text) {
        String apart = Normalizer.normalize(text, Form.NFKD);
        StringBuilder seen = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (!unseen(c)) {
                seen.append(latin(c));
            }
        }
        return Normalizer.normalize(seen, Form.NFC);
    }

    /** Lower case without any mark; {@code đ} as {@code d}. */
    static String bare(String word) {
        StringBuilder bare = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char letter = BARE[c];
            bare.append(letter == 0 ? Character.toLowerCase(c) : letter);
        }
        return bare.toString();
    }

    /** Digits and signs read as the letters that they imitate. */
    static String digitsRead(String word) {
        StringBuilder read = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            read.append(standingFor(word.charAt(i)));
        }
        return read.toString();
    }

    /**
     * Whether the letters m, a, t follow each other in the text, whatever stands between: a quick first look. In TCVN3 the
     * a is an Ë, in VNI its mark is a letter of its own.
     */
    static boolean mayHoldMark(String text) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char raw = text.charAt(i);
            if (Character.isSurrogate(raw)) {
                return mayHoldStyledMark(text);
            }
            char letter = BARE[standingFor(raw)];
            if (letter == 0) {
                continue;
            }
            if (letter == 'm') {
                state = 1;
            } else if (state == 1 && (letter == 'a' || raw == 'Ë' || raw == 'ë')) {
                state = 2;
            } else if (state == 2 && letter == 't') {
                return true;
            } else if (state != 2 || !vniMark(raw)) {
                state = 0;
            }
        }
        return false;
    }

    /** The marks that a word carries, as bits. */
    static int marks(String word) {
        int marks = 0;
        for (int i = 0; i < word.length(); i++) {
            marks |= MARK_BITS[word.charAt(i)];
        }
        return marks;
    }

    private static boolean mayHoldStyledMark(String text) {
        String seen = seen(text);
        for (int i = 0; i < seen.length(); i++) {
            if (Character.isSurrogate(seen.charAt(i))) {
                seen = seen.replaceAll("[^\\u0000-\\ud7ff]", " ");
                break;
            }
        }
        return mayHoldMark(seen);
    }

    /** In VNI the marks are letters of their own after the vowel, in TCVN3 they stand in its place. */
    private static boolean vniMark(char c) {
        return c == 'ä' || c == 'Ä';
    }

    private static boolean unseen(char c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return MARKS.indexOf(c) < 0;
        }
        return type == Character.FORMAT
                || c == '\u115f'
                || c == '\u1160'
                || c == '\u2800'
                || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }

    private static char latin(char c) {
        if (c < 0x0131) {
            return c;
        }
        for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
            if (LOOK_ALIKES.charAt(i) == c) {
                return LOOK_ALIKES.charAt(i + 1);
            }
        }
        return c;
    }

    private static char standingFor(char c) {
        if (c > '@') {
            return c;
        }
        int found = STANDING_FOR.indexOf(c);
        return found >= 0 && found % 2 == 0 ? STANDING_FOR.charAt(found + 1) : c;
    }

    private static char[] bareLetters() {
        char[] bare = new char[0x10000];
        for (int i = 0; i < bare.length; i = next(i)) {
            char first = latin(apart(i).charAt(0));
            if (Character.isLetter(first)) {
                char letter = first == 'đ' || first == 'Đ' ? 'd' : first;
                bare[i] = String.valueOf(letter).toLowerCase(Locale.ROOT).charAt(0);
            }
        }
        return bare;
    }

    private static char[] markBits() {
        char[] bits = new char[0x10000];
        for (int i = 0; i < bits.length; i = next(i)) {
            String apart = apart(i);
            for (int j = 0; j < apart.length(); j++) {
                char c = apart.charAt(j);
                int mark = MARKS.indexOf(c);
                bits[i] |= (char) (mark >= 0 ? 1 << mark : c == 'đ' || c == 'Đ' ? STROKE : 0);
            }
        }
        return bits;
    }

    /** The character after this one, without ideographs, Hangul, surrogates and private use: no mark of ours is in them. */
    private static int next(int c) {
        return switch (c) {
            case 0x33ff -> 0xa640;
            case 0xabff -> 0xf900;
            default -> c + 1;
        };
    }

    private static String apart(int c) {
        return Normalizer.normalize(String.valueOf((char) c), Form.NFKD);
    }
}
