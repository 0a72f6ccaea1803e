package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.token.TokenCase;

/** A case. */
@Entity(name = "TokenCase")
@Table(name = "token_case", schema = "q_signing")
class TokenCaseEntity {
    @Id
    String id;

    @Column(name = "token_id")
    String tokenId;

    String serial;

    @Enumerated(EnumType.STRING)
    TokenCase.Kind kind;

    @Column(name = "reporter_id")
    String reporterId;

    @Column(name = "reporter_name")
    String reporterName;

    @Column(name = "reported_at")
    long reportedAt;

    @Column(name = "known_until")
    long knownUntil;

    String body;

    String outcome;

    @Column(name = "replacement_id")
    String replacementId;

    @Column(name = "closed_at")
    Long closedAt;

    long version;
}
