package vn.quyche.messenger.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.messenger.api.Chat;

@Entity(name = "MessengerChat")
@Table(name = "chat", schema = "q_messenger")
class ChatEntity {
    @Id
    String id;

    @Column(name = "connection_id")
    String connectionId;

    @Column(name = "external_id")
    String externalId;

    String name;

    @Column(name = "name_folded")
    String nameFolded;

    /** Empty while it is tied to no official group. */
    @Column(name = "group_id")
    String groupId;

    boolean announces;
    boolean active;
    String link;
    int members;

    @Column(name = "ends_at")
    Long endsAt;

    @Column(name = "synchronised_at")
    Long synchronisedAt;

    /** Far away for what cannot be synchronised. */
    @Column(name = "sync_due_at")
    long syncDueAt;

    @Column(name = "sync_error")
    String syncError;

    @Column(name = "created_at")
    long createdAt;

    long version;

    Chat toRecord() {
        return new Chat(
                id,
                connectionId,
                externalId,
                name,
                groupId,
                announces,
                active,
                link,
                members,
                Optional.ofNullable(endsAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(synchronisedAt).map(Instant::ofEpochMilli),
                syncError,
                Instant.ofEpochMilli(createdAt),
                version);
    }
}
