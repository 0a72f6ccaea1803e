package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenState;

/** A token. */
@Entity(name = "Token")
@Table(name = "token", schema = "q_signing")
class TokenEntity {
    @Id
    String id;

    String serial;

    @Column(name = "serial_folded")
    String serialFolded;

    @Enumerated(EnumType.STRING)
    SignatureKind kind;

    String provider;

    String purpose;

    @Column(name = "holder_id")
    String holderId;

    @Column(name = "custodian_id")
    String custodianId;

    String place;

    @Enumerated(EnumType.STRING)
    TokenState state;

    String folded;

    String fingerprint;

    String subject;

    @Column(name = "cert_name")
    String certName;

    @Column(name = "cert_identity")
    String certIdentity;

    @Column(name = "cert_serial")
    String certSerial;

    String issuer;

    @Column(name = "valid_from")
    long validFrom;

    @Column(name = "valid_to")
    long validTo;

    @Column(name = "key_usage")
    String keyUsage;

    String algorithm;

    String certificate;

    String remark;

    @Column(name = "registered_at")
    long registeredAt;

    @Column(name = "last_known_at")
    long lastKnownAt;

    @Column(name = "last_used_at")
    Long lastUsedAt;

    @Column(name = "pending_id")
    String pendingId;

    @Column(name = "told_days")
    int toldDays;

    long version;
}
