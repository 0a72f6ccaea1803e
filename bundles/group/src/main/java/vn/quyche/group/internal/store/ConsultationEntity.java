package vn.quyche.group.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.consultation.AnswerKind;
import vn.quyche.group.api.consultation.ConsultationState;

@Entity(name = "Consultation")
@Table(name = "consultation", schema = "q_group")
class ConsultationEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    String question;

    @Column(name = "question_folded")
    String questionFolded;

    String body;

    @Enumerated(EnumType.STRING)
    AnswerKind kind;

    @Column(name = "begins_at")
    long beginsAt;

    @Column(name = "ends_at")
    long endsAt;

    @Column(name = "opened_by")
    String openedBy;

    @Column(name = "opened_name")
    String openedName;

    @Column(name = "opened_at")
    long openedAt;

    /** Open until it is closed; whether it has begun is told by the time. */
    @Enumerated(EnumType.STRING)
    ConsultationState state;

    /** Whether the members were told that it has begun. */
    boolean told;

    @Column(name = "closed_at")
    Long closedAt;

    @Column(name = "closing_reason")
    String closingReason;

    int members;

    long version;
}
