package vn.quyche.district.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.district.api.GroupReview;
import vn.quyche.district.api.ReviewOutcome;

@Entity(name = "GroupReview")
@Table(name = "group_review", schema = "q_district")
class ReviewEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    ReviewOutcome outcome;

    String number;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    String signer;
    String reason;

    @Column(name = "look_alike_reason")
    String lookAlikeReason;

    String name;
    String platform;

    @Column(name = "recorded_at")
    long recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    ReviewEntity() {}

    ReviewEntity(GroupReview of) {
        id = of.id();
        groupId = of.groupId();
        outcome = of.outcome();
        number = of.number();
        decidedOn = of.date().orElse(null);
        signer = of.signer();
        reason = of.reason();
        lookAlikeReason = of.lookAlikeReason();
        name = of.name();
        platform = of.platform();
        recordedAt = of.recordedAt().toEpochMilli();
        recordedBy = of.recordedBy();
    }

    GroupReview toRecord() {
        return new GroupReview(
                id,
                groupId,
                outcome,
                number,
                Optional.ofNullable(decidedOn),
                signer,
                reason,
                lookAlikeReason,
                name,
                platform,
                Instant.ofEpochMilli(recordedAt),
                recordedBy);
    }
}
