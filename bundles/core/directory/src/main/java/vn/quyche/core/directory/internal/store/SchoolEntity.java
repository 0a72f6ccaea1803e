package vn.quyche.core.directory.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The school; one row. */
@Entity
@Table(schema = "q_directory", name = "school")
class SchoolEntity {

    @Id
    String id;

    String name;

    String code;

    String abbreviation;

    String place;

    String address;

    long version;
}
