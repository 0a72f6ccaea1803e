package vn.quyche.messenger.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.messenger.api.Delivery;

@Entity(name = "MessengerDelivery")
@Table(name = "delivery", schema = "q_messenger")
class DeliveryEntity {
    @Id
    String id;

    @Column(name = "once_key")
    String onceKey;

    @Column(name = "connection_id")
    String connectionId;

    @Column(name = "chat_id")
    String chatId;

    @Enumerated(EnumType.STRING)
    Delivery.Purpose purpose;

    @Column(name = "subject_id")
    String subjectId;

    String body;

    @Enumerated(EnumType.STRING)
    Delivery.State state;

    int attempts;

    @Column(name = "next_at")
    long nextAt;

    String error;
    String detail;

    @Column(name = "external_id")
    String externalId;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "sent_at")
    Long sentAt;

    /** Grows with each sending, so that no two nodes send at once. */
    long version;

    Delivery toRecord() {
        return new Delivery(
                id,
                connectionId,
                chatId,
                purpose,
                subjectId,
                body,
                state,
                attempts,
                Instant.ofEpochMilli(nextAt),
                error,
                detail,
                externalId,
                Instant.ofEpochMilli(createdAt),
                Optional.ofNullable(sentAt).map(Instant::ofEpochMilli));
    }
}
