package vn.quyche.core.screening.internal.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a text as the eye reads it: words, and what stands between them.
 *
 * @param text the line as seen
 * @param words its words; letters that stood apart are put together
 * @param tail what stands behind the last word
 * @param levels the secrecy levels that it names
 * @param ruleWords where words stand that speak about the rule
 */
record Line(String text, List<Word> words, String tail, List<Level> levels, List<Integer> ruleWords) {

    private static final String BETWEEN_LETTERS = " .-_*/|·•~+=^\t\u00a0";

    static Line of(String raw) {
        String text = Letters.seen(Legacy.modern(raw)).strip();
        List<Word> words = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < text.length(); ) {
            if (!ofWord(text, i)) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && ofWord(text, i)) {
                i++;
            }
            words.add(Word.of(text.substring(start, i), text.substring(end, start), false));
            end = i;
        }
        List<Word> whole = List.copyOf(together(words));
        String tail = text.substring(end);
        return new Line(text, whole, tail, Levels.in(whole, tail), Talk.in(whole));
    }

    /** A sign belongs to a word only where it stands for a letter: between letters. */
    private static boolean ofWord(String text, int i) {
        char c = text.charAt(i);
        if (c == '@') {
            return i > 0
                    && i + 1 < text.length()
                    && Character.isLetter(text.charAt(i - 1))
                    && Character.isLetter(text.charAt(i + 1));
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    boolean blank() {
        return words.isEmpty();
    }

    /** Whether the line goes on with the sentence of the line before. */
    boolean continues() {
        return !words.isEmpty() && words.get(0).gap().isEmpty() && !words.get(0).capital() && !listed();
    }

    /** Whether the line is an item of a list: {@code a)}, {@code 1.}, a dash or a dot. */
    boolean listed() {
        if (words.isEmpty()) {
            return false;
        }
        Word first = words.get(0);
        if (!first.gap().isBlank()
                && "-+•*–—·▪●○➢✓>".indexOf(first.gap().strip().charAt(0)) >= 0) {
            return true;
        }
        if (words.size() < 2) {
            return false;
        }
        String gap = words.get(1).gap();
        return first.text().length() <= 2
                && !gap.isEmpty()
                && ".)/".indexOf(gap.charAt(0)) >= 0
                && (first.number() || first.text().length() == 1);
    }

    /** Puts letters that stand apart together: {@code T U Y Ệ T  M Ậ T}, {@code M.Ậ.T}, {@code M ẬT}. */
    private static List<Word> together(List<Word> words) {
        List<Word> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int end = runOfLetters(words, i);
            if (end - i >= 3) {
                joinRun(words.subList(i, end), joined);
                i = end;
            } else if (i + 1 < words.size() && torn(words.get(i), words.get(i + 1))) {
                Word first = words.get(i);
                joined.add(Word.of(first.text() + words.get(i + 1).text(), first.gap(), true));
                i += 2;
            } else {
                joined.add(words.get(i));
                i++;
            }
        }
        return joined;
    }

    private static int runOfLetters(List<Word> words, int from) {
        int end = from;
        while (end < words.size()
                && words.get(end).text().length() == 1
                && Character.isLetter(words.get(end).text().charAt(0))
                && (end == from || betweenLetters(words.get(end).gap()))) {
            end++;
        }
        return end;
    }

    private static boolean betweenLetters(String gap) {
        return !gap.isEmpty() && gap.chars().allMatch(c -> BETWEEN_LETTERS.indexOf(c) >= 0);
    }

    /** Wider gaps part words; where all are alike it is one. */
    private static void joinRun(List<Word> run, List<Word> joined) {
        int narrow = run.stream().skip(1).mapToInt(w -> w.gap().length()).min().orElse(1);
        StringBuilder letters = new StringBuilder();
        String gap = run.get(0).gap();
        for (int i = 0; i < run.size(); i++) {
            Word letter = run.get(i);
            if (i > 0 && letter.gap().length() > narrow) {
                joined.add(Word.of(letters.toString(), gap, letters.length() > 1));
                letters.setLength(0);
                gap = letter.gap();
            }
            letters.append(letter.text());
        }
        joined.add(Word.of(letters.toString(), gap, letters.length() > 1));
    }

    /** Two pieces that are no words by themselves but {@code mật} together. */
    private static boolean torn(Word first, Word second) {
        return betweenLetters(second.gap()) && (first.form() + second.form()).equals("mật");
    }
}
