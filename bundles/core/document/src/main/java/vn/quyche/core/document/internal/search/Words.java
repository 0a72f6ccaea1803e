package vn.quyche.core.document.internal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.DocumentSearch;

/**
 * Text as words: runs of letters and digits in lower case. Whatever else stands there parts words and means nothing, so that
 * there is no text that cannot be searched for.
 */
public final class Words {

    private static final int LONGEST = 60;
    /** Vietnamese has fewer than 8,000 syllables. */
    private static final int REMEMBERED = 20_000;

    private final Map<String, String> folded = new HashMap<>();

    /** Whether a text has all words that are asked for, without regard to diacritics. */
    public static boolean allIn(String text, String asked) {
        Words words = new Words();
        Set<String> there = of(text).stream().map(words::fold).collect(Collectors.toSet());
        return asked(asked).stream().flatMap(List::stream).map(words::fold).allMatch(there::contains);
    }

    /** The words of a text, in order, with their diacritics. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        each(text, words::add);
        return words;
    }

    /**
     * What somebody looks for: a list for each run without space, of the words in it, which must stand together; {@code
     * 24/QĐ-THTA} is one such run.
     */
    static List<List<String>> asked(String text) {
        List<List<String>> runs = new ArrayList<>();
        int words = 0;
        for (String run : VietnameseText.line(text).split(" ")) {
            List<String> parts = of(run);
            words += parts.size();
            if (words > DocumentSearch.MOST_WORDS) {
                break;
            }
            if (!parts.isEmpty()) {
                runs.add(parts);
            }
        }
        return runs;
    }

    /** The word without diacritics. */
    String fold(String word) {
        if (word.chars().allMatch(c -> c < 128)) {
            return word;
        }
        if (folded.size() > REMEMBERED) {
            folded.clear();
        }
        return folded.computeIfAbsent(word, VietnameseText::fold);
    }

    private static void each(String text, Consumer<String> word) {
        String plain = VietnameseText.nfc(text).toLowerCase(Locale.ROOT);
        int begin = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && belongs(plain.charAt(i));
            if (inside && begin < 0) {
                begin = i;
            }
            boolean full = inside && i - begin >= LONGEST;
            if (begin >= 0 && (!inside || full)) {
                word.accept(number(plain.substring(begin, i)));
                begin = full ? i : -1;
            }
        }
    }

    private static boolean belongs(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** {@code 05} is {@code 5}, as in numbers and days. */
    private static String number(String word) {
        int zeros = 0;
        while (zeros < word.length() - 1 && word.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros > 0 && word.chars().allMatch(c -> c >= '0' && c <= '9') ? word.substring(zeros) : word;
    }
}
