package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.SignatureLevel;

/** A signature that waits for its value. */
@Entity(name = "PreparedSignature")
@Table(name = "prepared_signature", schema = "q_signing")
class PreparedSignatureEntity {
    @Id
    String id;

    @Column(name = "use_id")
    String useId;

    @Column(name = "token_id")
    String tokenId;

    String serial;

    @Column(name = "person_id")
    String personId;

    @Column(name = "person_name")
    String personName;

    @Column(name = "document_id")
    String documentId;

    String title;

    @Column(name = "source_sha256")
    String sourceSha256;

    @Enumerated(EnumType.STRING)
    SignatureLevel level;

    String scheme;

    String fingerprint;

    String data;

    int part;

    int parts;

    /** The values of the parts before, in Base64, a blank between them. */
    @Column(name = "given_values")
    String givenValues;

    @Column(name = "signed_at")
    long signedAt;

    @Enumerated(EnumType.STRING)
    PreparedSignature.State state;

    String code;

    @Column(name = "signature_id")
    String signatureId;

    @Column(name = "expires_at")
    long expiresAt;

    @Column(name = "ended_at")
    Long endedAt;

    static PreparedSignatureEntity of(PreparedSignature prepared) {
        PreparedSignatureEntity entity = new PreparedSignatureEntity();
        entity.id = prepared.id();
        entity.useId = prepared.useId();
        entity.tokenId = prepared.tokenId();
        entity.serial = prepared.serial();
        entity.personId = prepared.personId();
        entity.personName = prepared.personName();
        entity.documentId = prepared.documentId();
        entity.title = prepared.title();
        entity.sourceSha256 = prepared.sourceSha256();
        entity.level = prepared.level();
        entity.scheme = prepared.scheme();
        entity.fingerprint = prepared.fingerprint();
        entity.data = prepared.data();
        entity.part = prepared.part();
        entity.parts = prepared.parts();
        entity.givenValues = "";
        entity.signedAt = prepared.signedAt().toEpochMilli();
        entity.state = prepared.state();
        entity.code = prepared.code();
        entity.signatureId = prepared.signatureId();
        entity.expiresAt = prepared.expiresAt().toEpochMilli();
        entity.endedAt = prepared.endedAt().map(Instant::toEpochMilli).orElse(null);
        return entity;
    }

    PreparedSignature toRecord() {
        return new PreparedSignature(
                id,
                useId,
                tokenId,
                serial,
                personId,
                personName,
                documentId,
                title,
                sourceSha256,
                level,
                scheme,
                fingerprint,
                data,
                part,
                parts,
                Instant.ofEpochMilli(signedAt),
                state,
                code,
                signatureId,
                Instant.ofEpochMilli(expiresAt),
                Optional.ofNullable(endedAt).map(Instant::ofEpochMilli));
    }
}
