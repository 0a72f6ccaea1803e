package vn.quyche.core.audit.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The part of a line that sealing reads and writes, so that its texts need not be fetched. */
@Entity
@Table(schema = "q_audit", name = "audit_line")
class SealEntity {

    @Id
    String id;

    @Column(name = "content_hash", updatable = false)
    String contentHash;

    @Column(name = "seal_no")
    Long sealNo;

    @Column(name = "prev_hash")
    String prevHash;

    String hash;
}
