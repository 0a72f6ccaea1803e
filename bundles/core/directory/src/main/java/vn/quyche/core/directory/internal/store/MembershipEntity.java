package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A membership in a unit for a time. */
@Entity
@Table(schema = "q_directory", name = "membership")
class MembershipEntity {

    @Id
    String id;

    @Column(name = "person_id")
    String personId;

    @Column(name = "unit_id")
    String unitId;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;
}
