package vn.quyche.core.screening.internal.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.quyche.core.screening.internal.model.Level.Kind;

/** Tells speech about the rule from a marking: "không đăng văn bản Mật" is the rule itself. */
final class Sentences {

    /** How far a heading or an opening line ("nghiêm cấm:") governs the items below it. */
    private static final int REACH = 40;

    /** How many lines a sentence runs over at most. */
    private static final int LONGEST_SENTENCE = 8;

    private final List<Line> lines;
    private final int row;
    /** What was found about the sentences of the row, by the index of their first word. */
    private final Map<Integer, Boolean> known = new HashMap<>();

    /** The sentences that run through one line. */
    Sentences(List<Line> lines, int row) {
        this.lines = lines;
        this.row = row;
    }

    private record Part(Line line, int from, int to) {

        boolean speaksOfRule() {
            return line.ruleWords().stream().anyMatch(i -> i >= from && i < to);
        }

        void kinds(Set<Kind> kinds) {
            line.levels().stream()
                    .filter(level -> level.first() >= from && level.last() < to)
                    .forEach(level -> kinds.add(level.kind()));
        }
    }

    /** Whether the sentence around a level speaks about the rule, or lists the levels. */
    boolean talk(Level level) {
        int from = startOf(lines.get(row).words(), level.first());
        return known.computeIfAbsent(from, this::about);
    }

    private boolean about(int from) {
        List<Part> sentence = around(from);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        sentence.forEach(part -> part.kinds(kinds));
        return kinds.size() > 1 || sentence.stream().anyMatch(Part::speaksOfRule) || governed();
    }

    /** The parts of the sentence that starts in the row, or runs into it, also where it runs over lines. */
    private List<Part> around(int start) {
        List<Word> own = lines.get(row).words();
        int from = start;
        int to = endOf(own, from);
        List<Part> sentence = new ArrayList<>();
        sentence.add(new Part(lines.get(row), from, to));
        for (int r = row; from == 0 && r > row - LONGEST_SENTENCE && runsOn(r); r--) {
            Line before = lines.get(r - 1);
            from = startOf(before.words(), before.words().size() - 1);
            sentence.add(new Part(before, from, before.words().size()));
        }
        for (int r = row + 1; r < row + LONGEST_SENTENCE && r < lines.size(); r++) {
            if (to < lines.get(r - 1).words().size() || !runsOn(r)) {
                break;
            }
            Line after = lines.get(r);
            to = endOf(after.words(), 0);
            sentence.add(new Part(after, 0, to));
        }
        return sentence;
    }

    /** Whether the sentence of the line above runs on in this line. */
    private boolean runsOn(int row) {
        return row > 0
                && lines.get(row).continues()
                && !lines.get(row - 1).blank()
                && lines.get(row - 1).tail().chars().noneMatch(c -> ".!?;".indexOf(c) >= 0);
    }

    /** Whether an opening line or heading above makes this item a rule. */
    private boolean governed() {
        if (!lines.get(row).listed() && !lines.get(row).continues()) {
            return false;
        }
        for (int r = row - 1; r >= 0 && r >= row - REACH; r--) {
            Line above = lines.get(r);
            if (above.tail().strip().startsWith(":") || heading(above)) {
                return !above.ruleWords().isEmpty();
            }
        }
        return false;
    }

    private static boolean heading(Line line) {
        if (line.words().size() < 2) {
            return false;
        }
        String first = line.words().get(0).bare();
        return Set.of("dieu", "chuong", "muc").contains(first)
                && line.words().get(1).text().length() <= 4;
    }

    private static int startOf(List<Word> words, int from) {
        for (int i = from; i > 0; i--) {
            if (endsSentence(words.get(i).gap())) {
                return i;
            }
        }
        return 0;
    }

    private static int endOf(List<Word> words, int from) {
        for (int i = from + 1; i < words.size(); i++) {
            if (endsSentence(words.get(i).gap())) {
                return i;
            }
        }
        return words.size();
    }

    /** A full stop ends a sentence when a space is behind it; not in "V.v" or "12.3". */
    private static boolean endsSentence(String gap) {
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            boolean stop = c == '.' && i + 1 < gap.length() && Character.isWhitespace(gap.charAt(i + 1));
            if (stop || c == '!' || c == '?' || c == ';') {
                return true;
            }
        }
        return false;
    }
}
