package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.Requirement;
import vn.quyche.group.internal.model.ReceiptProgress;

@Entity(name = "Receipt")
@Table(name = "receipt", schema = "q_group")
class ReceiptEntity {
    @EmbeddedId
    TargetEntity.DirectivePersonKey key;

    /** The group of the directive, so that the inbox of a person can be read by group. */
    @Column(name = "group_id")
    String groupId;

    String name;

    @Column(name = "sort_key")
    String sortKey;

    @Enumerated(EnumType.STRING)
    Requirement requirement;

    long deadline;

    @Enumerated(EnumType.ORDINAL)
    ReceiptStage stage;

    @Column(name = "delivered_at")
    Long deliveredAt;

    @Column(name = "read_at")
    Long readAt;

    @Column(name = "acknowledged_at")
    Long acknowledgedAt;

    @Column(name = "replied_at")
    Long repliedAt;

    String reply;

    @Column(name = "completed_at")
    Long completedAt;

    @Column(name = "fulfilled_at")
    Long fulfilledAt;

    ReceiptEntity() {}

    ReceiptEntity(
            String directiveId, String groupId, String personId, String name, Requirement requirement, long deadline) {
        key = new TargetEntity.DirectivePersonKey(directiveId, personId);
        this.groupId = groupId;
        this.name = name;
        this.sortKey = VietnameseText.nameSortKey(name);
        this.requirement = requirement;
        this.deadline = deadline;
        this.stage = ReceiptStage.PENDING;
        this.reply = "";
    }

    ReceiptProgress progress() {
        return new ReceiptProgress(
                requirement, stage, deliveredAt, readAt, acknowledgedAt, repliedAt, reply, completedAt, fulfilledAt);
    }

    void take(ReceiptProgress progress) {
        stage = progress.stage();
        deliveredAt = progress.deliveredAt();
        readAt = progress.readAt();
        acknowledgedAt = progress.acknowledgedAt();
        repliedAt = progress.repliedAt();
        reply = progress.reply();
        completedAt = progress.completedAt();
        fulfilledAt = progress.fulfilledAt();
    }

    Receipt toRecord(long now) {
        long settled = fulfilledAt == null ? now : fulfilledAt;
        return new Receipt(
                key.directiveId,
                key.personId,
                name,
                stage,
                instant(deliveredAt),
                instant(readAt),
                instant(acknowledgedAt),
                instant(repliedAt),
                reply,
                instant(completedAt),
                settled > deadline);
    }

    private static Optional<Instant> instant(Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }
}
