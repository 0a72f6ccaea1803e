package vn.quyche.core.compliance.internal.model;

import java.util.List;

/**
 * A regulation pack: what a school may start its own regulation from. Its text is a paraphrase.
 *
 * @param code its code, the beginning of its clauses' ids
 * @param title its title
 * @param shortTitle how citations name it
 * @param note where it comes from
 * @param schools the kinds of schools that it fits
 * @param bases the codes of its legal bases
 * @param chapters its chapters
 * @param articles its articles in order
 */
public record RegulationSource(
        String code,
        String title,
        String shortTitle,
        String note,
        List<String> schools,
        List<String> bases,
        List<Chapter> chapters,
        List<Article> articles) {

    public RegulationSource {
        schools = List.copyOf(schools);
        bases = List.copyOf(bases);
        chapters = List.copyOf(chapters);
        articles = List.copyOf(articles);
    }

    /** A chapter; its number may be empty. */
    public record Chapter(String number, String title) {}

    /**
     * An article.
     *
     * @param chapter its chapter
     * @param number its number
     * @param ordinal which of the articles with this number it is: two may carry the same one
     * @param title its title
     * @param points its paragraphs or points
     */
    public record Article(Chapter chapter, String number, int ordinal, String title, List<Point> points) {

        public Article {
            points = List.copyOf(points);
        }

        /** A name that no other article of the pack has. */
        public String key() {
            return number + "-" + ordinal;
        }
    }

    /**
     * A paragraph or point.
     *
     * @param label its number or letter; empty when the article has only one
     * @param text what it says
     * @param clauses the clauses of the catalogue that it stands for
     */
    public record Point(String label, String text, List<String> clauses) {

        public Point {
            clauses = List.copyOf(clauses);
        }
    }
}
