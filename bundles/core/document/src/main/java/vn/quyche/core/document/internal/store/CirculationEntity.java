package vn.quyche.core.document.internal.store;

import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

@Entity(name = "Circulation")
@Table(name = "outgoing_circulation", schema = "q_document")
class CirculationEntity {
    @EmbeddedId
    AssigneeEntity.Key key;
}
