package vn.quyche.core.screening.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.quyche.core.screening.internal.model.Level.Kind;

/** Finds the names of the levels in a line, leaving out words that merely contain one: mật khẩu, bảo mật, độ mật. */
final class Levels {

    /** What leads from a label to its level. */
    static final Pattern TO_LEVEL = Pattern.compile("[:=|>\u2013\u2014\u2212-]|\\t| {3,}");

    private static final int LONGEST_PAPER = 4;
    private static final int OTHER_WORD = Letters.ACUTE | Letters.GRAVE | Letters.HOOK | Letters.TILDE | Letters.BREVE;
    private static final int OTHER_TOI = Letters.GRAVE | Letters.HOOK | Letters.TILDE | Letters.HORN;

    private Levels() {}

    static List<Level> in(List<Word> words, String tail) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            at(words, i)
                    .filter(level -> !innocent(words, level) && !label(words, tail, level))
                    .ifPresent(levels::add);
        }
        return List.copyOf(levels);
    }

    /** Whether a word reads mật, also without marks. */
    static boolean isMat(Word word) {
        return is(word, "mat", OTHER_WORD);
    }

    /** Whether a paper is named that ends with this word: văn bản, công văn, bí mật nhà nước. */
    static boolean paperEndsAt(List<Word> words, int index) {
        String form = "";
        String bare = "";
        boolean marked = false;
        for (int i = index; i >= 0 && i > index - LONGEST_PAPER; i--) {
            form = words.get(i).form() + (i < index ? " " : "") + form;
            bare = words.get(i).bare() + (i < index ? " " : "") + bare;
            marked |= words.get(i).marked();
            if (Vocabulary.PAPERS.holdsForm(form) || (!marked && Vocabulary.PAPERS.holdsBareForm(bare))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word before a level makes another word of it: bảo mật, túi mật. */
    static boolean innocentBefore(Level level, Word before) {
        if (level.marked()) {
            return Vocabulary.BEFORE.holds(before);
        }
        return Vocabulary.BEFORE.holdsBare(before) || Vocabulary.BEFORE_BARE.holdsBare(before);
    }

    /** Whether a word behind a level makes another word of it: mật khẩu, mật ong. */
    static boolean innocentAfter(Level level, Word after) {
        return level.caps() == after.caps()
                && (level.marked() ? Vocabulary.AFTER.holds(after) : Vocabulary.AFTER.holdsBare(after));
    }

    private static Optional<Level> at(List<Word> words, int i) {
        Word word = words.get(i);
        Optional<Kind> glued = glued(word);
        if (glued.isPresent()) {
            return Optional.of(of(glued.get(), words, i, i, true));
        }
        if (!isMat(word)) {
            return Optional.empty();
        }
        if (i > 0 && word.follows()) {
            Word before = words.get(i - 1);
            if (is(before, "tuyet", OTHER_WORD)) {
                return Optional.of(of(Kind.TOP_SECRET, words, i - 1, i, false));
            }
            if (is(before, "toi", OTHER_TOI)) {
                return Optional.of(of(Kind.SECRET, words, i - 1, i, false));
            }
        }
        // A digit for a letter is too little to go by in a single word.
        return hasDigit(word) ? Optional.empty() : Optional.of(of(Kind.CONFIDENTIAL, words, i, i, false));
    }

    private static Level of(Kind kind, List<Word> words, int first, int last, boolean glued) {
        List<Word> own = words.subList(first, last + 1);
        return new Level(
                kind,
                first,
                last,
                own.stream().anyMatch(Word::marked),
                own.stream().allMatch(Word::caps),
                own.get(0).capital(),
                glued || own.stream().anyMatch(Word::spaced));
    }

    private static Optional<Kind> glued(Word word) {
        if (word.bare().length() < 6 || (word.marks() & (OTHER_TOI | Letters.BREVE)) != 0) {
            return Optional.empty();
        }
        return switch (bare(word)) {
            case "tuyetmat" -> Optional.of(Kind.TOP_SECRET);
            case "toimat" -> Optional.of(Kind.SECRET);
            case "congvanmat", "vanbanmat", "tailieumat", "hosomat" -> Optional.of(Kind.CONFIDENTIAL);
            default -> Optional.empty();
        };
    }

    private static boolean is(Word word, String bare, int otherMarks) {
        return word.bare().length() == bare.length()
                && (word.marks() & otherMarks) == 0
                && bare(word).equals(bare);
    }

    private static String bare(Word word) {
        return hasDigit(word) ? Letters.digitsRead(word.bare()) : word.bare();
    }

    private static boolean hasDigit(Word word) {
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < word.text().length(); i++) {
            boolean isLetter = Character.isLetter(word.text().charAt(i));
            letter |= isLetter;
            digit |= !isLetter;
        }
        return digit && letter;
    }

    private static boolean innocent(List<Word> words, Level level) {
        int next = level.last() + 1;
        if (next < words.size() && words.get(next).follows()) {
            // Mật Độ khẩn: two attributes beside each other.
            boolean attribute = words.get(next).bare().equals("do")
                    && next + 1 < words.size()
                    && Set.of("khan", "mat").contains(words.get(next + 1).bare());
            if (!attribute && innocentAfter(level, words.get(next))) {
                return true;
            }
        }
        if (!level.single() || level.first() == 0 || !words.get(level.first()).follows()) {
            return false;
        }
        int before = level.first() - 1;
        if (!level.marked() && paperEndsAt(words, before)) {
            return false;
        }
        return innocentBefore(level, words.get(before)) || personName(level, words, before);
    }

    private static boolean personName(Level level, List<Word> words, int before) {
        boolean van = words.get(before).form().equals("văn")
                && !(before > 0 && words.get(before - 1).bare().equals("cong"));
        return level.capital() && (van || Vocabulary.NAMES.holds(words.get(before)));
    }

    /** "Độ mật" asks for a level and is none; "văn bản độ Mật" names one. */
    private static boolean label(List<Word> words, String tail, Level level) {
        if (!level.single() || level.first() == 0) {
            return false;
        }
        Word own = words.get(level.first());
        Word before = words.get(level.first() - 1);
        if (!own.follows() || !Vocabulary.LABELS.holds(before)) {
            return false;
        }
        if (before.bare().equals("do")) {
            return !level.capital() || before.capital();
        }
        String gap =
                level.last() + 1 < words.size() ? words.get(level.last() + 1).gap() : tail;
        return TO_LEVEL.matcher(gap).find();
    }
}
