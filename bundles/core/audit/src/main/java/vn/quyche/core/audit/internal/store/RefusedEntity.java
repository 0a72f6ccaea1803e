package vn.quyche.core.audit.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.audit.internal.model.Line;

/** What a refused attempt is found by, under the same names as in its {@link LineEntity line}. */
@Entity
@Table(schema = "q_audit", name = "refused_line")
class RefusedEntity {

    @Id
    String id;

    @Column(name = "at_ms")
    long atMs;

    @Column(name = "person_id")
    String personId;

    String domain;
    String action;

    @Column(name = "subject_type")
    String subjectType;

    @Column(name = "subject_id")
    String subjectId;

    String clause;

    static RefusedEntity of(Line line) {
        RefusedEntity entity = new RefusedEntity();
        entity.id = line.id();
        entity.atMs = line.atMs();
        entity.personId = line.personId();
        entity.domain = line.domain();
        entity.action = line.action();
        entity.subjectType = line.subjectType();
        entity.subjectId = line.subjectId();
        entity.clause = line.clause();
        return entity;
    }
}
