package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.SignaturePicture;

/** The picture of a signature or of the seal. */
@Entity(name = "SignaturePicture")
@Table(name = "signature_picture", schema = "q_signing")
class SignaturePictureEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    SignaturePicture.Kind kind;

    @Column(name = "person_id")
    String personId;

    @Column(name = "width_tenths")
    int widthTenths;

    int wide;
    int high;

    @Column(name = "file_id")
    String fileId;

    String sha256;
    String reason;

    @Column(name = "added_by")
    String addedBy;

    @Column(name = "added_at")
    long addedAt;

    @Column(name = "ended_at")
    Long endedAt;

    @Column(name = "ended_by")
    String endedBy;

    @Column(name = "end_reason")
    String endReason;

    static SignaturePictureEntity of(SignaturePicture picture) {
        SignaturePictureEntity entity = new SignaturePictureEntity();
        entity.id = picture.id();
        entity.kind = picture.kind();
        entity.personId = picture.personId();
        entity.widthTenths = (int) Math.round(picture.width() * 10);
        entity.wide = picture.wide();
        entity.high = picture.high();
        entity.fileId = picture.fileId();
        entity.sha256 = picture.sha256();
        entity.reason = picture.reason();
        entity.addedBy = picture.addedBy();
        entity.addedAt = picture.addedAt().toEpochMilli();
        entity.endedAt = picture.endedAt().map(Instant::toEpochMilli).orElse(null);
        entity.endedBy = picture.endedBy();
        entity.endReason = picture.endReason();
        return entity;
    }

    SignaturePicture toRecord() {
        return new SignaturePicture(
                id,
                kind,
                personId,
                "",
                widthTenths / 10.0,
                wide,
                high,
                fileId,
                sha256,
                reason,
                addedBy,
                Instant.ofEpochMilli(addedAt),
                Optional.ofNullable(endedAt).map(Instant::ofEpochMilli),
                endedBy,
                endReason);
    }
}
