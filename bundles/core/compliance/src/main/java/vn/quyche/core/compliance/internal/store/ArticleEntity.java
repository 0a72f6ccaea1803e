package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.model.RegulationArticle.ClausePlace;

/** An article of an edition. */
@Entity
@Table(schema = "q_compliance", name = "regulation_article")
@IdClass(ArticleEntity.Key.class)
class ArticleEntity {

    @Id
    @Column(name = "edition_id")
    String editionId;

    @Id
    @Column(name = "position_no")
    int position;

    @Column(name = "article_key")
    String key;

    String chapter;

    @Column(name = "chapter_title")
    String chapterTitle;

    @Column(name = "article_number")
    String number;

    int ordinal;
    String title;

    @Column(name = "article_text")
    String text;

    /** A line per clause: its id, a blank, the point. */
    String clauses;

    static ArticleEntity of(String editionId, int position, RegulationArticle article) {
        ArticleEntity entity = new ArticleEntity();
        entity.editionId = editionId;
        entity.position = position;
        entity.key = article.key();
        entity.chapter = article.chapter();
        entity.chapterTitle = article.chapterTitle();
        entity.number = article.number();
        entity.ordinal = article.ordinal();
        entity.title = article.title();
        entity.text = article.text();
        entity.clauses = article.clauses().stream()
                .map(place -> place.clause() + " " + place.point())
                .collect(Collectors.joining("\n"));
        return entity;
    }

    RegulationArticle toArticle() {
        return new RegulationArticle(key, chapter, chapterTitle, number, ordinal, title, text, places(clauses));
    }

    static List<ClausePlace> places(String clauses) {
        return clauses.lines()
                .map(line -> {
                    int blank = line.indexOf(' ');
                    return new ClausePlace(line.substring(0, blank), line.substring(blank + 1));
                })
                .toList();
    }

    /** Edition and position. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String editionId;
        int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && position == that.position && editionId.equals(that.editionId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(editionId, position);
        }
    }
}
