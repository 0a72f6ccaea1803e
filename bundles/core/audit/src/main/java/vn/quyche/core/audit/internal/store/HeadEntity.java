package vn.quyche.core.audit.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_audit", name = "chain_head")
class HeadEntity {

    /** There is one. */
    static final int ID = 1;

    @Id
    int id;

    @Column(name = "last_no")
    long lastNo;

    @Column(name = "last_hash")
    String lastHash;
}
