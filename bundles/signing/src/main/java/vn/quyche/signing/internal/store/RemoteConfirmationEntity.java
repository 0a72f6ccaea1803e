package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** What was sent to an app and waits there. */
@Entity(name = "RemoteConfirmation")
@Table(name = "remote_confirmation", schema = "q_signing")
class RemoteConfirmationEntity {
    @Id
    @Column(name = "preparation_id")
    String preparationId;

    int part;

    String handle;

    @Column(name = "expires_at")
    long expiresAt;

    @Column(name = "busy_until")
    long busyUntil;
}
