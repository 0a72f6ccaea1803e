package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** That a person has read an edition. */
@Entity
@Table(schema = "q_compliance", name = "regulation_receipt")
@IdClass(ReceiptEntity.Key.class)
class ReceiptEntity {

    @Id
    @Column(name = "edition_id")
    String editionId;

    @Id
    @Column(name = "person_id")
    String personId;

    @Column(name = "acknowledged_at")
    long acknowledgedAt;

    @Column(name = "text_hash")
    String textHash;

    /** Edition and person. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String editionId;
        String personId;

        Key() {}

        Key(String editionId, String personId) {
            this.editionId = editionId;
            this.personId = personId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && editionId.equals(that.editionId) && personId.equals(that.personId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(editionId, personId);
        }
    }
}
