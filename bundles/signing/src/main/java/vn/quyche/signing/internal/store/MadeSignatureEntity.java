package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.MadeSignature;

/** A signature that was made here. */
@Entity(name = "MadeSignature")
@Table(name = "made_signature", schema = "q_signing")
class MadeSignatureEntity {
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

    @Column(name = "document_kind")
    String documentKind;

    @Column(name = "document_id")
    String documentId;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "source_sha256")
    String sourceSha256;

    @Column(name = "file_id")
    String fileId;

    String sha256;

    String fingerprint;

    String signer;

    @Column(name = "signed_at")
    long signedAt;

    @Enumerated(EnumType.STRING)
    MadeSignature.Stamp stamp;

    @Column(name = "stamp_code")
    String stampCode;

    @Column(name = "stamped_at")
    Long stampedAt;

    @Column(name = "stamped_file_id")
    String stampedFileId;

    @Column(name = "long_term")
    String longTerm;

    @Column(name = "long_term_code")
    String longTermCode;

    @Column(name = "long_term_file_id")
    String longTermFileId;

    @Column(name = "long_term_due")
    long longTermDue;

    @Column(name = "long_term_tries")
    int longTermTries;

    static MadeSignatureEntity of(MadeSignature made) {
        MadeSignatureEntity entity = new MadeSignatureEntity();
        entity.id = made.id();
        entity.useId = made.useId();
        entity.tokenId = made.tokenId();
        entity.serial = made.serial();
        entity.personId = made.personId();
        entity.personName = made.personName();
        entity.documentKind = made.documentKind();
        entity.documentId = made.documentId();
        entity.fileName = made.fileName();
        entity.sourceSha256 = made.sourceSha256();
        entity.fileId = made.fileId();
        entity.sha256 = made.sha256();
        entity.fingerprint = made.fingerprint();
        entity.signer = made.signer();
        entity.signedAt = made.signedAt().toEpochMilli();
        entity.stamp = made.stamp();
        entity.stampCode = made.stampCode();
        entity.stampedAt = made.stampedAt().map(Instant::toEpochMilli).orElse(null);
        entity.stampedFileId = made.stampedFileId();
        entity.longTerm = made.longTerm();
        entity.longTermCode = made.longTermCode();
        entity.longTermFileId = made.longTermFileId();
        return entity;
    }

    MadeSignature toRecord() {
        return new MadeSignature(
                id,
                useId,
                tokenId,
                serial,
                personId,
                personName,
                documentKind,
                documentId,
                fileName,
                sourceSha256,
                fileId,
                sha256,
                fingerprint,
                signer,
                Instant.ofEpochMilli(signedAt),
                stamp,
                stampCode,
                Optional.ofNullable(stampedAt).map(Instant::ofEpochMilli),
                stampedFileId,
                longTerm,
                longTermCode,
                longTermFileId);
    }
}
