package vn.quyche.core.audit.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_audit", name = "verification_run")
class VerificationEntity {

    @Id
    String id;

    @Column(name = "at_ms")
    long atMs;

    @Column(name = "line_count")
    long lines;

    @Column(name = "unsealed_count")
    long unsealed;

    @Column(name = "fault_count")
    long faults;

    @Column(name = "first_fault")
    String firstFault;
}
