package vn.quyche.core.security.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "change_mark")
class ChangeMarkEntity {

    /** There is one. */
    static final int ID = 1;

    @Id
    int id;

    long mark;
}
