package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A recipient who belonged to a unit to which the directive is addressed, when it was issued. */
@Entity(name = "ReceiptUnit")
@Table(name = "receipt_unit", schema = "q_group")
class ReceiptUnitEntity {
    @EmbeddedId
    ReceiptUnitKey key;

    ReceiptUnitEntity() {}

    ReceiptUnitEntity(String directiveId, String unitId, String personId) {
        key = new ReceiptUnitKey(directiveId, unitId, personId);
    }

    /** A directive, a unit and a person. */
    @Embeddable
    static class ReceiptUnitKey implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "directive_id")
        String directiveId;

        @Column(name = "unit_id")
        String unitId;

        @Column(name = "person_id")
        String personId;

        ReceiptUnitKey() {}

        ReceiptUnitKey(String directiveId, String unitId, String personId) {
            this.directiveId = directiveId;
            this.unitId = unitId;
            this.personId = personId;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof ReceiptUnitKey k
                    && k.directiveId.equals(directiveId)
                    && k.unitId.equals(unitId)
                    && k.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return (directiveId.hashCode() * 31 + unitId.hashCode()) * 31 + personId.hashCode();
        }
    }
}
