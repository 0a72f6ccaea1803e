package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.FeedbackAnswer;

/** What was decided about opinions. */
@Entity
@Table(schema = "q_compliance", name = "feedback_answer")
class FeedbackAnswerEntity {

    @Id
    String id;

    @Column(name = "regulation_id")
    String regulationId;

    @Column(name = "regulation_title")
    String regulation;

    String origin;
    String outcome;
    String summary;
    String reason;

    @Column(name = "edition_id")
    String editionId;

    @Column(name = "answered_by")
    String answeredBy;

    @Column(name = "answered_at")
    long answeredAt;

    static FeedbackAnswerEntity of(FeedbackAnswer answer) {
        FeedbackAnswerEntity entity = new FeedbackAnswerEntity();
        entity.id = answer.id();
        entity.regulationId = answer.regulationId();
        entity.regulation = answer.regulation();
        entity.origin = answer.origin();
        entity.outcome = answer.outcome().name();
        entity.summary = answer.summary();
        entity.reason = answer.reason();
        entity.editionId = answer.editionId().orElse(null);
        entity.answeredBy = answer.answeredBy();
        entity.answeredAt = answer.answeredAt().toEpochMilli();
        return entity;
    }

    FeedbackAnswer toAnswer() {
        return new FeedbackAnswer(
                id,
                regulationId,
                regulation,
                origin,
                Feedback.State.valueOf(outcome),
                summary,
                reason,
                Optional.ofNullable(editionId),
                answeredBy,
                Instant.ofEpochMilli(answeredAt));
    }
}
