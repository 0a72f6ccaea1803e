package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A time of working at the school. */
@Entity
@Table(schema = "q_directory", name = "employment")
class EmploymentEntity {

    @Id
    String id;

    @Column(name = "person_id")
    String personId;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;
}
