package vn.quyche.core.document.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

@Entity(name = "IncomingAssignee")
@Table(name = "incoming_assignee", schema = "q_document")
class AssigneeEntity {
    @EmbeddedId
    Key key;

    @Column(name = "is_unit")
    boolean unit;

    @Column(name = "is_lead")
    boolean lead;

    int place;

    /** A document and a unit or person: who handles an incoming one, and to whom an internal one goes. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "document_id")
        String documentId;

        @Column(name = "assignee_id")
        String assigneeId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.documentId.equals(documentId) && key.assigneeId.equals(assigneeId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(documentId, assigneeId);
        }
    }
}
