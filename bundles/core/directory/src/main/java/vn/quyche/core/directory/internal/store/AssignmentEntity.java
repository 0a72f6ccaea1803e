package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A post held for a time. */
@Entity
@Table(schema = "q_directory", name = "assignment")
class AssignmentEntity {

    @Id
    String id;

    @Column(name = "person_id")
    String personId;

    String post;

    @Column(name = "unit_id")
    String unitId;

    @Column(name = "campus_id")
    String campusId;

    @Column(name = "concurrent_post")
    boolean concurrent;

    @Column(name = "decision_number")
    String decisionNumber;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;
}
