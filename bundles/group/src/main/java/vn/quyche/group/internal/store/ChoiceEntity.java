package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A choice of a consultation, at its place. */
@Entity(name = "ConsultationChoice")
@Table(name = "consultation_choice", schema = "q_group")
class ChoiceEntity {
    @EmbeddedId
    Key key;

    String label;

    ChoiceEntity() {}

    ChoiceEntity(String consultationId, int place, String label) {
        key = new Key();
        key.consultationId = consultationId;
        key.place = place;
        this.label = label;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "consultation_id")
        String consultationId;

        int place;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.consultationId.equals(consultationId) && k.place == place;
        }

        @Override
        public int hashCode() {
            return consultationId.hashCode() * 31 + place;
        }
    }
}
