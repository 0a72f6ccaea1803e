package vn.quyche.core.compliance.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two editions article by article. */
public final class EditionDiff {

    private static final int LONGEST = 400;

    private EditionDiff() {}

    /** What became of something. */
    public enum Change {
        SAME,
        ADDED,
        REMOVED,
        CHANGED,
        /** Says the same under another number. */
        RENUMBERED
    }

    /** A line of an article. */
    public record DiffLine(Change change, String text) {}

    /**
     * An article in both editions.
     *
     * @param change what became of it
     * @param before how it was called, empty when it is new
     * @param after how it is called, empty when it is gone
     * @param lines its text line by line
     */
    public record ArticleDiff(Change change, String before, String after, List<DiffLine> lines) {}

    /** Compares; articles are paired by their key, in the order of the later edition, those that are gone last. */
    public static List<ArticleDiff> of(List<RegulationArticle> before, List<RegulationArticle> after) {
        Map<String, RegulationArticle> old = new LinkedHashMap<>();
        before.forEach(one -> old.putIfAbsent(one.key(), one));
        List<ArticleDiff> diffs = new ArrayList<>();
        for (RegulationArticle article : after) {
            RegulationArticle was = old.remove(article.key());
            diffs.add(was == null ? added(article) : compared(was, article));
        }
        old.values()
                .forEach(gone -> diffs.add(new ArticleDiff(
                        Change.REMOVED, heading(gone), "", lines(gone.text().split("\n"), new String[0]))));
        return diffs;
    }

    private static ArticleDiff added(RegulationArticle article) {
        return new ArticleDiff(
                Change.ADDED,
                "",
                heading(article),
                lines(new String[0], article.text().split("\n")));
    }

    private static ArticleDiff compared(RegulationArticle was, RegulationArticle is) {
        boolean sameText = was.text().equals(is.text()) && was.title().equals(is.title());
        boolean sameNumber = heading(was).equals(heading(is)) && was.chapter().equals(is.chapter());
        Change change = !sameText ? Change.CHANGED : sameNumber ? Change.SAME : Change.RENUMBERED;
        return new ArticleDiff(
                change,
                heading(was),
                heading(is),
                lines(was.text().split("\n"), is.text().split("\n")));
    }

    private static String heading(RegulationArticle article) {
        return "Điều " + article.number() + ". " + article.title();
    }

    /** The longest common lines stay, the others go or come; very long articles are shown as a whole. */
    private static List<DiffLine> lines(String[] before, String[] after) {
        List<DiffLine> lines = new ArrayList<>();
        if (before.length > LONGEST || after.length > LONGEST) {
            Change kept = Arrays.equals(before, after) ? Change.SAME : Change.ADDED;
            if (kept == Change.ADDED) {
                Arrays.stream(before).forEach(line -> lines.add(new DiffLine(Change.REMOVED, line)));
            }
            Arrays.stream(after).forEach(line -> lines.add(new DiffLine(kept, line)));
            return lines;
        }
        int[][] common = new int[before.length + 1][after.length + 1];
        for (int i = before.length - 1; i >= 0; i--) {
            for (int j = after.length - 1; j >= 0; j--) {
                common[i][j] = before[i].equals(after[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.length || j < after.length) {
            if (i < before.length && j < after.length && before[i].equals(after[j])) {
                lines.add(new DiffLine(Change.SAME, after[j]));
                i++;
                j++;
            } else if (i < before.length && (j == after.length || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new DiffLine(Change.REMOVED, before[i]));
                i++;
            } else {
                lines.add(new DiffLine(Change.ADDED, after[j]));
                j++;
            }
        }
        return lines;
    }
}
