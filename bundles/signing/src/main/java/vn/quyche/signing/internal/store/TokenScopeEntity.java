package vn.quyche.signing.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** What a token may sign. */
@Entity(name = "TokenScope")
@Table(name = "token_scope", schema = "q_signing")
class TokenScopeEntity {
    @Id
    String id;

    @Column(name = "token_id")
    String tokenId;

    String kinds;

    @Column(name = "first_day")
    LocalDate first;

    @Column(name = "last_day")
    LocalDate last;

    int most;

    int used;

    @Column(name = "delegation_id")
    String delegationId;

    String basis;

    @Column(name = "granted_by")
    String grantedBy;

    @Column(name = "granted_at")
    long grantedAt;

    @Column(name = "ended_at")
    Long endedAt;
}
