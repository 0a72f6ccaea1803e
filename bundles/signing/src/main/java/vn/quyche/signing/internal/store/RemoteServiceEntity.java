package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** How to come in at a remote signing service. */
@Entity(name = "RemoteService")
@Table(name = "remote_service", schema = "q_signing")
class RemoteServiceEntity {
    @Id
    String name;

    int version;

    @Column(name = "user_name")
    String userName;

    String sealed;

    @Column(name = "added_by")
    String addedBy;

    @Column(name = "added_at")
    long addedAt;
}
