package vn.quyche.core.compliance.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quyche.core.compliance.internal.model.RegulationSource.Point;

/**
 * An article of the school's own regulation.
 *
 * @param key a name that it keeps from edition to edition
 * @param chapter the number of its chapter, may be empty
 * @param chapterTitle the title of its chapter, may be empty
 * @param number its number
 * @param ordinal which of the articles with this number it is, from 1
 * @param title its title
 * @param text what it says
 * @param clauses the clauses of the catalogue that it stands for
 */
public record RegulationArticle(
        String key,
        String chapter,
        String chapterTitle,
        String number,
        int ordinal,
        String title,
        String text,
        List<ClausePlace> clauses) {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    public RegulationArticle {
        clauses = Edition.present(clauses);
    }

    /**
     * Where a clause stands within an article.
     *
     * @param clause its id
     * @param point the number of the paragraph or the letter of the point; empty for the whole article
     */
    public record ClausePlace(String clause, String point) {}

    /** The article of a pack as the school may take it over. */
    public static RegulationArticle of(RegulationSource.Article article) {
        List<ClausePlace> clauses = new ArrayList<>();
        for (Point point : article.points()) {
            point.clauses().forEach(clause -> clauses.add(new ClausePlace(clause, point.label())));
        }
        return new RegulationArticle(
                article.key(),
                article.chapter().number(),
                article.chapter().title(),
                article.number(),
                article.ordinal(),
                article.title(),
                article.points().stream().map(RegulationArticle::line).collect(Collectors.joining("\n")),
                clauses);
    }

    /** Articles with their ordinals counted anew. */
    public static List<RegulationArticle> counted(List<RegulationArticle> articles) {
        Map<String, Integer> seen = new HashMap<>();
        return articles.stream()
                .map(one -> new RegulationArticle(
                        one.key,
                        one.chapter,
                        one.chapterTitle,
                        one.number,
                        seen.merge(one.number, 1, Integer::sum),
                        one.title,
                        one.text,
                        one.clauses))
                .toList();
    }

    /**
     * How a place in the article is cited, for example {@code Điều 6 khoản 8}; among two of the same number with ordinal and
     * chapter, for example {@code Điều 15 (thứ 2, Chương V) khoản 3}.
     *
     * @param twins whether another article of the regulation carries the same number
     */
    public String citation(String point, boolean twins) {
        return citation(number, ordinal, chapter, point, twins);
    }

    /** As {@link #citation(String, boolean)}, of an article that is not at hand as a whole. */
    public static String citation(String number, int ordinal, String chapter, String point, boolean twins) {
        String which = twins ? " (thứ " + ordinal + (chapter.isEmpty() ? "" : ", Chương " + chapter) + ")" : "";
        return "Điều " + number + which + place(point);
    }

    private static String place(String point) {
        if (point.isEmpty()) {
            return "";
        }
        return (LETTER.matcher(point).matches() ? " điểm " : " khoản ") + point;
    }

    private static String line(Point point) {
        if (point.label().isEmpty()) {
            return point.text();
        }
        return point.label() + (LETTER.matcher(point.label()).matches() ? ") " : ". ") + point.text();
    }
}
