package vn.quyche.core.screening.internal.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.regex.Pattern;

/** The lines of a text, taken apart when they are looked at: most of them never are. */
final class Lines extends AbstractList<Line> implements RandomAccess {

    private static final Pattern BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u000b\\f\\u0085\\u2028\\u2029]");
    private static final int UPRIGHT = 3;
    /** A line longer than this is no line of a page; it is looked at in pieces that overlap. */
    private static final int LONGEST = 2000;

    private static final int OVERLAP = 80;

    private final List<String> raw;
    private final Line[] lines;

    private Lines(List<String> raw) {
        this.raw = raw;
        this.lines = new Line[raw.size()];
    }

    static Lines of(String text) {
        return new Lines(cut(uprightTogether(BREAK.split(text, -1))));
    }

    @Override
    public Line get(int index) {
        if (lines[index] == null) {
            lines[index] = Line.of(raw.get(index));
        }
        return lines[index];
    }

    @Override
    public int size() {
        return lines.length;
    }

    /** Whether a line is worth being taken apart. */
    boolean mayHoldMark(int index) {
        String line = raw.get(index);
        return Letters.mayHoldMark(line) || line.contains("M)");
    }

    private static List<String> cut(List<String> rows) {
        List<String> pieces = new ArrayList<>(rows.size());
        for (String row : rows) {
            int start = 0;
            while (row.length() - start > LONGEST) {
                pieces.add(row.substring(start, start + LONGEST));
                int space = row.lastIndexOf(' ', start + LONGEST - OVERLAP);
                start = space > start + LONGEST / 2 ? space : start + LONGEST - OVERLAP;
            }
            pieces.add(start == 0 ? row : row.substring(start));
        }
        return pieces;
    }

    /** Puts a word that is written from top to bottom, a letter a line, on one line. */
    private static List<String> uprightTogether(String[] raw) {
        List<String> rows = new ArrayList<>(raw.length);
        for (int i = 0; i < raw.length; ) {
            int end = i;
            while (end < raw.length && oneLetter(raw[end])) {
                end++;
            }
            if (end - i >= UPRIGHT) {
                rows.add(String.join(" ", List.of(raw).subList(i, end)));
                i = end;
            } else {
                rows.add(raw[i]);
                i++;
            }
        }
        return rows;
    }

    private static boolean oneLetter(String line) {
        String letter = line.strip();
        return !letter.isEmpty()
                && letter.length() <= 4
                && letter.chars().filter(Character::isLetter).count() == 1
                && letter.chars().noneMatch(Character::isDigit);
    }
}
