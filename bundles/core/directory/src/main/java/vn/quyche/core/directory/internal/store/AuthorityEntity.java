package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** An authority above the school, for a time. */
@Entity
@Table(schema = "q_directory", name = "authority")
class AuthorityEntity {

    @Id
    String id;

    @Column(name = "level_name")
    String level;

    String name;

    @Column(name = "organ_id")
    String organId;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    long version;
}
