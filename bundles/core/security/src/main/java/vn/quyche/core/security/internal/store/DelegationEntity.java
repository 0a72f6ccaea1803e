package vn.quyche.core.security.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "delegation")
class DelegationEntity {

    @Id
    String id;

    @Column(name = "from_person")
    String fromPerson;

    @Column(name = "to_person")
    String toPerson;

    String permissions;

    @Column(name = "unit_id")
    String unitId;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    String reason;
    String clauses;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "ended_at")
    Long endedAt;
}
