package vn.quyche.core.compliance.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.compliance.Clause;

/** A clause that some bundle carried out here once. */
@Entity
@Table(schema = "q_compliance", name = "known_clause")
class ClauseEntity {

    @Id
    String id;

    String domain;
    String kind;
    String summary;
    String mechanism;
    String citation;

    static ClauseEntity of(Clause clause) {
        ClauseEntity entity = new ClauseEntity();
        entity.id = clause.id();
        entity.domain = clause.domain();
        entity.kind = clause.kind().name();
        entity.summary = clause.summary();
        entity.mechanism = clause.mechanism();
        entity.citation = clause.citation();
        return entity;
    }

    Clause toClause() {
        return new Clause(id, domain, Clause.Kind.valueOf(kind), summary, mechanism, citation);
    }
}
