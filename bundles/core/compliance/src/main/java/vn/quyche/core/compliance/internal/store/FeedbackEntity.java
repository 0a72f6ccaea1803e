package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.compliance.internal.model.Feedback;

/** An opinion on a regulation. */
@Entity
@Table(schema = "q_compliance", name = "feedback")
class FeedbackEntity {

    private static final int ID = 26;

    @Id
    String id;

    @Column(name = "regulation_id")
    String regulationId;

    @Column(name = "regulation_title")
    String regulation;

    String origin;

    @Column(name = "edition_id")
    String editionId;

    @Column(name = "article_key")
    String articleKey;

    String place;

    /** The regulation and the place of the article in it, so that articles sort in their order. */
    @Column(name = "place_key")
    String placeKey;

    @Column(name = "author_id")
    String authorId;

    @Column(name = "author_key")
    String authorKey;

    String opinion;
    String proposal;

    @Column(name = "search_text")
    String searchText;

    String state;

    @Column(name = "given_at")
    long givenAt;

    @Column(name = "due_at")
    long dueAt;

    @Column(name = "answer_id")
    String answerId;

    static FeedbackEntity of(Feedback feedback, String author) {
        FeedbackEntity entity = new FeedbackEntity();
        entity.id = feedback.id();
        entity.regulationId = feedback.regulationId();
        entity.regulation = feedback.regulation();
        entity.origin = feedback.origin();
        entity.editionId = feedback.editionId();
        entity.articleKey = feedback.articleKey();
        entity.place = feedback.place();
        entity.placeKey = "%-26s%04d".formatted(feedback.regulationId(), feedback.position());
        entity.authorId = feedback.authorId();
        entity.authorKey = VietnameseText.nameSortKey(author);
        entity.opinion = feedback.text();
        entity.proposal = feedback.proposal();
        entity.searchText = VietnameseText.fold(String.join(
                " ", author, feedback.place(), feedback.regulation(), feedback.text(), feedback.proposal()));
        entity.state = feedback.state().name();
        entity.givenAt = feedback.givenAt().toEpochMilli();
        entity.dueAt = feedback.dueAt().toEpochMilli();
        entity.answerId = feedback.answerId().orElse(null);
        return entity;
    }

    Feedback toFeedback() {
        return new Feedback(
                id,
                regulationId,
                regulation,
                origin,
                editionId,
                articleKey,
                place,
                Integer.parseInt(placeKey.substring(ID)),
                authorId,
                opinion,
                proposal,
                Feedback.State.valueOf(state),
                Instant.ofEpochMilli(givenAt),
                Instant.ofEpochMilli(dueAt),
                Optional.ofNullable(answerId));
    }
}
