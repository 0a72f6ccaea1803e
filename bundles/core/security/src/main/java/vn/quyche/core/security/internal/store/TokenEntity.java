package vn.quyche.core.security.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "api_token")
class TokenEntity {

    @Id
    String id;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "account_id")
    String accountId;

    String name;
    String permissions;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "expires_on")
    LocalDate expiresOn;

    @Column(name = "last_used_at")
    long lastUsedAt;

    @Column(name = "revoked_at")
    Long revokedAt;
}
