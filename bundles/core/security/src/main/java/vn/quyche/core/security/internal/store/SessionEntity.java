package vn.quyche.core.security.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "user_session")
class SessionEntity {

    @Id
    String id;

    @Column(name = "key_hash")
    String keyHash;

    @Column(name = "account_id")
    String accountId;

    String address;

    @Column(name = "user_agent")
    String userAgent;

    @Column(name = "started_at")
    long startedAt;

    @Column(name = "last_used_at")
    long lastUsedAt;

    @Column(name = "ends_at")
    long endsAt;
}
