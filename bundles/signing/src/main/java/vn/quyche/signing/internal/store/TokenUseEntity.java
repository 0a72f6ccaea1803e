package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.token.TokenUse;

/** A line of the register of uses. */
@Entity(name = "TokenUse")
@Table(name = "token_use", schema = "q_signing")
class TokenUseEntity {
    @Id
    String id;

    @Column(name = "token_id")
    String tokenId;

    String serial;

    @Column(name = "person_id")
    String personId;

    @Column(name = "person_name")
    String personName;

    @Column(name = "document_kind")
    String documentKind;

    @Column(name = "document_id")
    String documentId;

    String sha256;

    @Column(name = "scope_id")
    String scopeId;

    @Column(name = "asked_at")
    long askedAt;

    @Enumerated(EnumType.STRING)
    TokenUse.Outcome outcome;

    String clause;

    String code;

    @Column(name = "settled_at")
    Long settledAt;
}
