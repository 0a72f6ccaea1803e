package vn.quyche.group.internal.store;

import java.io.Serializable;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.group.api.consultation.Answer;

/** The answer of a member to a consultation. */
@Entity(name = "ConsultationAnswer")
@Table(name = "consultation_answer", schema = "q_group")
class AnswerEntity {
    @EmbeddedId
    Key key;

    String name;

    @Column(name = "sort_key")
    String sortKey;

    int choice;

    String body;

    @Column(name = "answered_at")
    long at;

    AnswerEntity() {}

    AnswerEntity(String consultationId, Answer answer) {
        key = new Key(consultationId, answer.personId());
        take(answer);
    }

    final void take(Answer answer) {
        name = answer.name();
        sortKey = VietnameseText.nameSortKey(answer.name());
        choice = answer.choice();
        body = answer.text();
        at = answer.at().toEpochMilli();
    }

    Answer toRecord() {
        return new Answer(key.personId, name, choice, body, Instant.ofEpochMilli(at));
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "consultation_id")
        String consultationId;

        @Column(name = "person_id")
        String personId;

        Key() {}

        Key(String consultationId, String personId) {
            this.consultationId = consultationId;
            this.personId = personId;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.consultationId.equals(consultationId) && k.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return consultationId.hashCode() * 31 + personId.hashCode();
        }
    }
}
