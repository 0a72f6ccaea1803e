package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A campus. */
@Entity
@Table(schema = "q_directory", name = "campus")
class CampusEntity {

    @Id
    String id;

    String name;

    String address;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    long version;
}
