package vn.quyche.core.compliance.internal.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A regulation of the school over all its editions. */
@Entity
@Table(schema = "q_compliance", name = "regulation")
class RegulationEntity {

    @Id
    String id;

    String origin;
    String title;

    @Column(name = "short_title")
    String shortTitle;

    @Column(name = "draft_id")
    String draftId;

    long version;

    RegulationRow toRow() {
        return new RegulationRow(id, origin, title, shortTitle, Optional.ofNullable(draftId), version);
    }
}
