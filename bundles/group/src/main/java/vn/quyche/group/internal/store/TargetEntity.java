package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A person whom the author of a directive chose. */
@Entity(name = "DirectiveTarget")
@Table(name = "directive_target", schema = "q_group")
class TargetEntity {
    @EmbeddedId
    DirectivePersonKey key;

    TargetEntity() {}

    TargetEntity(String directiveId, String personId) {
        key = new DirectivePersonKey(directiveId, personId);
    }

    /** A directive and a person. */
    @Embeddable
    static class DirectivePersonKey implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "directive_id")
        String directiveId;

        @Column(name = "person_id")
        String personId;

        DirectivePersonKey() {}

        DirectivePersonKey(String directiveId, String personId) {
            this.directiveId = directiveId;
            this.personId = personId;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof DirectivePersonKey k
                    && k.directiveId.equals(directiveId)
                    && k.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return directiveId.hashCode() * 31 + personId.hashCode();
        }
    }
}
