package vn.quyche.core.directory.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The row that every change moves. */
@Entity
@Table(schema = "q_directory", name = "revision")
class RevisionEntity {

    @Id
    String id;

    String stamp;
}
