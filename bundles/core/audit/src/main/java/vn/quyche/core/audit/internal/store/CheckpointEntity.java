package vn.quyche.core.audit.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_audit", name = "chain_checkpoint")
class CheckpointEntity {

    @Id
    @Column(name = "seal_no")
    long sealNo;

    String hash;

    @Column(name = "at_ms")
    long atMs;
}
