package vn.quyche.core.security.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "attempt")
class AttemptEntity {

    @Id
    @Column(name = "attempt_key")
    String key;

    int failures;

    @Column(name = "last_at")
    long lastAt;

    @Column(name = "locked_until")
    long lockedUntil;
}
