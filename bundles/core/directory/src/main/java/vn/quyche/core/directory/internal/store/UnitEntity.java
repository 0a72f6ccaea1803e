package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A unit or class. */
@Entity
@Table(schema = "q_directory", name = "unit")
class UnitEntity {

    @Id
    String id;

    @Column(name = "type_name")
    String type;

    String name;

    @Column(name = "parent_id")
    String parentId;

    @Column(name = "campus_id")
    String campusId;

    @Column(name = "school_year")
    String schoolYear;

    int grade;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    long version;
}
