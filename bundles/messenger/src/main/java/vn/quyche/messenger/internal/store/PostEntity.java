package vn.quyche.messenger.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.messenger.api.ChatPost;

@Entity(name = "MessengerPost")
@Table(name = "post", schema = "q_messenger")
class PostEntity {
    @Id
    String id;

    @Column(name = "chat_id")
    String chatId;

    @Column(name = "external_id")
    String externalId;

    @Column(name = "sender_id")
    String senderId;

    @Column(name = "sender_name")
    String senderName;

    String kind;
    boolean own;
    String body;
    String sha256;
    String flagged;

    @Column(name = "posted_at")
    long postedAt;

    ChatPost toRecord() {
        return new ChatPost(
                id, externalId, senderId, senderName, kind, own, body, sha256, flagged, Instant.ofEpochMilli(postedAt));
    }
}
