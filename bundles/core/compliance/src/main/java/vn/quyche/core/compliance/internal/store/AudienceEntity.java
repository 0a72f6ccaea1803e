package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One post, unit or person for whom a training is. */
@Entity
@IdClass(AudienceEntity.Key.class)
@Table(schema = "q_compliance", name = "training_audience")
class AudienceEntity {

    static final String POST = "POST";
    static final String UNIT = "UNIT";
    static final String PERSON = "PERSON";

    @Id
    @Column(name = "training_id")
    String trainingId;

    @Id
    String kind;

    @Id
    String part;

    AudienceEntity() {}

    AudienceEntity(String trainingId, String kind, String part) {
        this.trainingId = trainingId;
        this.kind = kind;
        this.part = part;
    }

    /** The key. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String trainingId;
        String kind;
        String part;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(trainingId, key.trainingId)
                    && Objects.equals(kind, key.kind)
                    && Objects.equals(part, key.part);
        }

        @Override
        public int hashCode() {
            return Objects.hash(trainingId, kind, part);
        }
    }
}
