package vn.quyche.messenger.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.messenger.api.HookEvent;

@Entity(name = "MessengerEvent")
@Table(name = "hook_event", schema = "q_messenger")
class HookEventEntity {
    @Id
    String id;

    @Column(name = "connection_id")
    String connectionId;

    String digest;
    String name;

    @Column(name = "happened_at")
    long happenedAt;

    @Column(name = "received_at")
    long receivedAt;

    /** Empty once it was worked on. */
    @Column(name = "payload_sealed")
    String payloadSealed;

    @Enumerated(EnumType.STRING)
    HookEvent.State state;

    int attempts;

    @Column(name = "next_at")
    long nextAt;

    String error;
    long version;

    HookEvent toRecord() {
        return new HookEvent(
                id,
                connectionId,
                name,
                Instant.ofEpochMilli(happenedAt),
                Instant.ofEpochMilli(receivedAt),
                state,
                attempts,
                error);
    }
}
