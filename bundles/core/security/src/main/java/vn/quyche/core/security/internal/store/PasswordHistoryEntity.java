package vn.quyche.core.security.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "password_history")
class PasswordHistoryEntity {

    @Id
    String id;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "password_hash")
    String passwordHash;
}
