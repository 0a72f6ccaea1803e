package vn.quyche.core.screening.internal.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.screening.internal.model.Level.Kind;

/**
 * Finds markings of state secrets: Mật, Tối mật, Tuyệt mật, as a stamp, a heading, an attribute, or what a paper is called.
 *
 * <p>A marking, not any use of the word: {@code mật khẩu} and {@code bảo mật} pass, and so does a sentence about the rule
 * ("không đăng văn bản Mật lên nhóm"). Where it is a close call in running speech it lets pass; where a level stands by
 * itself it refuses. Safe for use by several threads; time grows with the length of the text.
 */
@Regulated({"BC.3.2", "BC.4.1", "TA.4b"})
public final class SecrecyGuard {

    /** Brackets that frame a stamp; quotation marks do not: they quote. */
    private static final String OPENING = "([{<【〔《〈";

    private static final String CLOSING = ")]}>】〕》〉";
    private static final String CHECKED = "☑☒✓✔✗✘";
    /** What sets a level off from the words beside it. */
    private static final Pattern STRONG = Pattern.compile("[:|/•·~>=\\])}\u2013\u2014\u2212\u2015]|\\s-|-\\s");

    private static final Pattern CELL = Pattern.compile("\\t| {3,}|\\|");
    private static final Pattern NUMBER =
            Pattern.compile("\\d+ ?[/_-] ?[\\p{Lu}&\\d]+(-[\\p{Lu}&.]+)* ?\\((M|TM|TuM)\\)");
    private static final Set<String> DEFINING =
            Set.of("là", "gồm", "bao", "áp", "được", "do", "những", "các", "khi", "đối", "nếu");
    private static final Set<String> DENYING = Set.of("không", "chưa", "khong", "chua", "phi");

    /** How many lines above and below are looked at for a list of the levels. */
    private static final int NEIGHBOURS = 4;

    private static final int LONGEST_STAMP = 14;
    private static final int LABEL_REACH = 6;
    private static final int LINK_REACH = 4;

    /** Looks for a marking in a text of any length. */
    public Optional<Sign> find(String text) {
        Lines lines = Lines.of(text);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.mayHoldMark(i)) {
                Optional<Sign> sign = new Place(lines, i).sign();
                if (sign.isPresent()) {
                    return sign;
                }
            }
        }
        return Optional.empty();
    }

    /** One line with what is around it. */
    private static final class Place {

        private final Lines lines;
        private final int row;
        private final Line line;
        private final List<Word> words;
        private final List<Level> levels;
        private final Sentences sentences;

        Place(Lines lines, int row) {
            this.lines = lines;
            this.row = row;
            this.line = lines.get(row);
            this.words = line.words();
            this.sentences = new Sentences(lines, row);
            this.levels =
                    line.levels().stream().filter(level -> !tornInnocent(level)).toList();
        }

        Optional<Sign> sign() {
            if (NUMBER.matcher(line.text()).find()) {
                return Optional.of(Sign.NUMBER);
            }
            if (stateSecret()) {
                return Optional.of(Sign.STATE_SECRET);
            }
            if (levels.isEmpty()) {
                return Optional.empty();
            }
            if (stamped()) {
                return Optional.of(Sign.STAMP);
            }
            for (Level level : levels) {
                Optional<Sign> sign = sign(level);
                if (sign.isPresent()) {
                    return sign;
                }
            }
            return Optional.empty();
        }

        private Optional<Sign> sign(Level level) {
            if (level.spaced()
                    && (level.marked()
                            || !level.single()
                            || words.get(level.first()).bare().length() > 3)) {
                return Optional.of(Sign.SPACED);
            }
            if (checked(level) || attribute(level)) {
                return Optional.of(Sign.ATTRIBUTE);
            }
            if (phrase(level)) {
                return Optional.of(Sign.PHRASE);
            }
            if (emphasis(level)) {
                return Optional.of(Sign.EMPHASIS);
            }
            if (edge(level)) {
                return Optional.of(Sign.EDGE);
            }
            return Optional.empty();
        }

        /** The word is torn over two lines: "quy chế bảo / mật", "mật / khẩu". */
        private boolean tornInnocent(Level level) {
            return level.single() && tornBefore(level) || tornAfter(level);
        }

        private boolean tornBefore(Level level) {
            if (level.first() > 0
                    || row == 0
                    || !words.get(0).gap().isEmpty()
                    || lines.get(row - 1).blank()) {
                return false;
            }
            Line above = lines.get(row - 1);
            Word last = above.words().get(above.words().size() - 1);
            boolean goesOn = above.tail().isBlank() || above.tail().strip().equals("-");
            boolean label = last.bare().equals("do") && !level.capital();
            return goesOn && last.caps() == level.caps() && (label || Levels.innocentBefore(level, last));
        }

        private boolean tornAfter(Level level) {
            boolean last = level.last() + 1 == words.size() && line.tail().isBlank();
            if (!last || row + 1 >= lines.size() || lines.get(row + 1).blank()) {
                return false;
            }
            Word after = lines.get(row + 1).words().get(0);
            return after.gap().isEmpty()
                    && after.capital() == level.caps()
                    && !after.bare().equals("do")
                    && Levels.innocentAfter(level, after);
        }

        // --- stamps

        /** Whether the line, a cell of it or a bracket in it holds nothing but a level. */
        private boolean stamped() {
            int start = 0;
            for (int i = 1; i <= words.size(); i++) {
                if (i == words.size() || CELL.matcher(words.get(i).gap()).find()) {
                    boolean whole = start == 0 && i == words.size();
                    if (stamp(start, i) && !(whole && listOfLevels())) {
                        return true;
                    }
                    start = i;
                }
            }
            for (int open = 0; open < words.size(); open++) {
                if (endsWithOneOf(words.get(open).gap(), OPENING)) {
                    int close = open;
                    while (close < words.size() && !startsWithOneOf(gapAfter(close), CLOSING)) {
                        close++;
                    }
                    if (close < words.size() && stamp(open, close + 1) && !spokenOf(open, close + 1)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean stamp(int from, int to) {
            List<Level> own = levels.stream()
                    .filter(level -> level.first() >= from && level.last() < to)
                    .toList();
            if (own.isEmpty() || to - from > LONGEST_STAMP || kinds(own).size() > 1) {
                return false;
            }
            Level level = own.get(0);
            boolean alone = true;
            for (int i = from; i < to; i++) {
                if (levelAt(i).isEmpty()) {
                    alone = false;
                    if (!words.get(i).number() && !Vocabulary.STAMP_COMPANY.holds(words.get(i))) {
                        return false;
                    }
                }
            }
            if (level.single() && !level.marked()) {
                return level.caps();
            }
            return alone || level.capital();
        }

        /** Small letters in brackets within a sentence about the rule. */
        private boolean spokenOf(int from, int to) {
            return levels.stream()
                    .filter(level -> level.first() >= from && level.last() < to)
                    .anyMatch(level -> !level.capital() && talk(level));
        }

        /** Whether the levels are listed in the lines around: "a) Tuyệt mật; b) Tối mật; c) Mật". */
        private boolean listOfLevels() {
            EnumSet<Kind> found = EnumSet.noneOf(Kind.class);
            int first = Math.max(0, row - NEIGHBOURS);
            int last = Math.min(lines.size() - 1, row + NEIGHBOURS);
            for (int i = first; i <= last; i++) {
                Line near = lines.get(i);
                near.levels().stream()
                        .filter(level -> level.first() <= (near.listed() ? 1 : 0))
                        .forEach(level -> found.add(level.kind()));
            }
            return found.size() > (line.listed() ? 1 : 2);
        }

        private boolean stateSecret() {
            if (words.size() < 4 || words.size() > LONGEST_STAMP) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (levelAt(i).isEmpty() && !Vocabulary.STATE_SECRET.holds(words.get(i))) {
                    return false;
                }
            }
            String bare = words.stream().map(Word::bare).collect(Collectors.joining(" "));
            boolean paper = bare.startsWith("tai lieu") || bare.startsWith("van ban") || bare.startsWith("ho so");
            return bare.contains("bi mat nha nuoc")
                    && !bare.startsWith("danh muc")
                    && (paper || bare.startsWith("thuoc") || words.stream().allMatch(Word::caps));
        }

        // --- attributes

        private boolean attribute(Level level) {
            for (int i = level.first() - 1; i >= 1 && i >= level.first() - LABEL_REACH; i--) {
                if (Levels.isMat(words.get(i)) && labelled(i)) {
                    return !denied(level) && !listedBehind(i) && (setOff(i, level) || !talk(level));
                }
            }
            return false;
        }

        private boolean labelled(int mat) {
            Word before = words.get(mat - 1);
            return Vocabulary.LABELS.holds(before) || before.bare().equals("bao");
        }

        /** Whether a colon or the like leads from the label to the level, or the level follows at once. */
        private boolean setOff(int label, Level level) {
            for (int i = label + 1; i <= level.first(); i++) {
                if (Levels.TO_LEVEL.matcher(words.get(i).gap()).find()) {
                    return true;
                }
            }
            return false;
        }

        private boolean denied(Level level) {
            return level.first() > 0
                    && DENYING.contains(words.get(level.first() - 1).form());
        }

        private boolean listedBehind(int label) {
            return kinds(levels.stream().filter(l -> l.first() > label).toList())
                            .size()
                    > 1;
        }

        /** A checked box before the level: "☑ Mật ☐ Tối mật", "[x] Mật". */
        private boolean checked(Level level) {
            Word own = words.get(level.first());
            if (own.gap().chars().anyMatch(c -> CHECKED.indexOf(c) >= 0)) {
                return true;
            }
            return level.first() > 0
                    && words.get(level.first() - 1).form().equals("x")
                    && endsWithOneOf(words.get(level.first() - 1).gap(), OPENING)
                    && startsWithOneOf(own.gap(), CLOSING);
        }

        // --- what papers are called

        private boolean phrase(Level level) {
            int before = level.first() - 1;
            for (int links = 0;
                    before >= 0 && links < LINK_REACH && Vocabulary.LINKS.holds(words.get(before));
                    links++) {
                if (paperEndsAt(before)) {
                    break;
                }
                before--;
            }
            if (before < 0
                    || !paperEndsAt(before)
                    || STRONG.matcher(words.get(level.first()).gap()).find()) {
                return false;
            }
            if (atHand(level)) {
                return true;
            }
            boolean clear = level.marked()
                    || gapAfter(level.last()).chars().anyMatch(c -> ",.;:!?)".indexOf(c) >= 0)
                    || level.last() == words.size() - 1;
            return clear && !talk(level);
        }

        private boolean paperEndsAt(int index) {
            return Levels.paperEndsAt(words, index);
        }

        /** "công văn mật số 12", "văn bản mật này": one paper, not the rule. */
        private boolean atHand(Level level) {
            int next = level.last() + 1;
            if (next >= words.size() || !words.get(next).follows()) {
                return false;
            }
            Word after = words.get(next);
            if (after.form().equals("này") || after.form().equals("nay")) {
                return level.marked();
            }
            return after.bare().equals("so")
                    && next + 1 < words.size()
                    && Character.isDigit(words.get(next + 1).text().charAt(0));
        }

        // --- emphasis and edges

        /** The level in capitals within ordinary writing. */
        private boolean emphasis(Level level) {
            if (!level.caps() || (level.single() && !level.marked())) {
                return false;
            }
            boolean ordinary = false;
            for (int i = 0; i < words.size(); i++) {
                ordinary |= words.get(i).text().length() > 1
                        && !words.get(i).caps()
                        && !words.get(i).number();
            }
            return ordinary && !(level.single() && inRunOfCapitals(level)) && !talk(level);
        }

        /** Whether the word beside is in capitals too, as in a name: "Ông TRẦN VĂN MẬT". */
        private boolean inRunOfCapitals(Level level) {
            boolean before = level.first() > 0
                    && words.get(level.first()).follows()
                    && capitals(level.first() - 1)
                    && !paperEndsAt(level.first() - 1)
                    && !partOfNumber(level.first() - 1);
            boolean after = level.last() + 1 < words.size()
                    && words.get(level.last() + 1).follows()
                    && capitals(level.last() + 1);
            return before || after;
        }

        private boolean capitals(int index) {
            return words.get(index).text().length() > 1 && words.get(index).caps();
        }

        private boolean partOfNumber(int index) {
            String gap = words.get(index).gap();
            return gap.endsWith("/") || gap.endsWith("-");
        }

        /** The level at the start or the end of a line, set off by a dash, a colon or the like. */
        private boolean edge(Level level) {
            if (level.single() && !(level.marked() ? level.capital() : level.caps())) {
                return false;
            }
            boolean start = level.first() == 0
                    && level.last() + 1 < words.size()
                    && STRONG.matcher(words.get(level.last() + 1).gap()).find()
                    && !defined(level);
            boolean end = level.last() == words.size() - 1
                    && level.first() > 0
                    && STRONG.matcher(words.get(level.first()).gap()).find()
                    && words.subList(0, level.first()).stream()
                            .noneMatch(w -> w.form().equals("tên"));
            return (start || end) && kinds(levels).size() == 1 && !listOfLevels() && !denied(level) && !talk(level);
        }

        /** "Tuyệt mật: là mức độ cao nhất", "Mật: 2 thìa". */
        private boolean defined(Level level) {
            Word after = words.get(level.last() + 1);
            return DEFINING.contains(after.form()) || (level.single() && !level.caps() && after.number());
        }

        // --- small things

        private boolean talk(Level level) {
            return sentences.talk(level);
        }

        private Optional<Level> levelAt(int index) {
            return levels.stream()
                    .filter(level -> level.first() <= index && level.last() >= index)
                    .findFirst();
        }

        private String gapAfter(int index) {
            return index + 1 < words.size() ? words.get(index + 1).gap() : line.tail();
        }

        private static Set<Kind> kinds(List<Level> levels) {
            return levels.stream().map(Level::kind).collect(Collectors.toSet());
        }

        private static boolean endsWithOneOf(String gap, String chars) {
            String text = gap.strip();
            return !text.isEmpty() && chars.indexOf(text.charAt(text.length() - 1)) >= 0;
        }

        private static boolean startsWithOneOf(String gap, String chars) {
            String text = gap.strip();
            return !text.isEmpty() && chars.indexOf(text.charAt(0)) >= 0;
        }
    }
}
