package vn.quyche.core.security.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "role_grant")
class GrantEntity {

    @Id
    String id;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "role_code")
    String role;

    String reach;

    @Column(name = "unit_id")
    String unitId;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    String reason;

    @Column(name = "granted_by")
    String grantedBy;

    @Column(name = "granted_at")
    long grantedAt;

    @Column(name = "revoked_at")
    Long revokedAt;
}
