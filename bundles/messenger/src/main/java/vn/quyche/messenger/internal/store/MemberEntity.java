package vn.quyche.messenger.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.messenger.api.ChatMember;

@Entity(name = "MessengerMember")
@Table(name = "chat_member", schema = "q_messenger")
class MemberEntity {
    @EmbeddedId
    Key key;

    String name;
    boolean admin;

    @Enumerated(EnumType.STRING)
    ChatMember.State state;

    /** Empty while nobody has said who it is. */
    @Column(name = "person_id")
    String personId;

    @Column(name = "changed_at")
    long changedAt;

    ChatMember toRecord() {
        return new ChatMember(key.userId, name, admin, state, personId, Instant.ofEpochMilli(changedAt));
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "chat_id")
        String chatId;

        @Column(name = "user_id")
        String userId;

        Key() {}

        Key(String chatId, String userId) {
            this.chatId = chatId;
            this.userId = userId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && chatId.equals(key.chatId) && userId.equals(key.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(chatId, userId);
        }
    }
}
