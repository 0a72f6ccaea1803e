package vn.quyche.signing.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.SignedCopy;

/** A copy or an attachment. */
@Entity(name = "SignedCopy")
@Table(name = "signed_copy", schema = "q_signing")
class SignedCopyEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    CopyKind kind;

    @Column(name = "copy_year")
    int year;

    @Column(name = "copy_number")
    int number;

    String code;
    String source;
    String basis;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "source_sha256")
    String sourceSha256;

    @Column(name = "signature_id")
    String signatureId;

    @Column(name = "file_id")
    String fileId;

    String sha256;

    @Column(name = "person_id")
    String personId;

    @Column(name = "person_name")
    String personName;

    @Column(name = "made_at")
    long madeAt;

    static SignedCopyEntity of(SignedCopy copy) {
        SignedCopyEntity entity = new SignedCopyEntity();
        entity.id = copy.id();
        entity.kind = copy.kind();
        entity.year = copy.year();
        entity.number = copy.number();
        entity.code = copy.code();
        entity.source = copy.source();
        entity.basis = copy.basis();
        entity.fileName = copy.fileName();
        entity.sourceSha256 = copy.sourceSha256();
        entity.signatureId = copy.signatureId();
        entity.fileId = copy.fileId();
        entity.sha256 = copy.sha256();
        entity.personId = copy.personId();
        entity.personName = copy.personName();
        entity.madeAt = copy.madeAt().toEpochMilli();
        return entity;
    }

    SignedCopy toRecord() {
        return new SignedCopy(
                id,
                kind,
                year,
                number,
                code,
                source,
                basis,
                fileName,
                sourceSha256,
                signatureId,
                fileId,
                sha256,
                personId,
                personName,
                Instant.ofEpochMilli(madeAt));
    }
}
