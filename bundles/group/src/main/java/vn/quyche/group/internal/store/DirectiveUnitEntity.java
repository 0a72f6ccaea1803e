package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A unit or campus to which a directive is addressed. */
@Entity(name = "DirectiveUnit")
@Table(name = "directive_unit", schema = "q_group")
class DirectiveUnitEntity {
    @EmbeddedId
    DirectiveUnitKey key;

    int place;

    /** Its name when the directive was issued; empty while it is a draft. */
    String name;

    DirectiveUnitEntity() {}

    DirectiveUnitEntity(String directiveId, String unitId, int place) {
        key = new DirectiveUnitKey(directiveId, unitId);
        this.place = place;
        this.name = "";
    }

    /** A directive and a unit. */
    @Embeddable
    static class DirectiveUnitKey implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "directive_id")
        String directiveId;

        @Column(name = "unit_id")
        String unitId;

        DirectiveUnitKey() {}

        DirectiveUnitKey(String directiveId, String unitId) {
            this.directiveId = directiveId;
            this.unitId = unitId;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof DirectiveUnitKey k && k.directiveId.equals(directiveId) && k.unitId.equals(unitId);
        }

        @Override
        public int hashCode() {
            return directiveId.hashCode() * 31 + unitId.hashCode();
        }
    }
}
