package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.compliance.internal.model.EvidenceFile;

/** Evidence that was put together. */
@Entity
@Table(schema = "q_compliance", name = "evidence_file")
class EvidenceFileEntity {

    @Id
    String id;

    String regulation;
    String title;

    @Column(name = "from_day")
    LocalDate from;

    @Column(name = "to_day")
    LocalDate to;

    String state;
    String error;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_name")
    String requestedName;

    @Column(name = "requested_at")
    long requestedAt;

    @Column(name = "ended_at")
    Long endedAt;

    @Column(name = "attachment_id")
    String attachmentId;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "byte_count")
    long bytes;

    String sha256;

    void take(EvidenceFile file) {
        id = file.id();
        regulation = file.regulation();
        title = file.title();
        from = file.days().from();
        to = file.days().to();
        state = file.state().name();
        error = file.error();
        requestedBy = file.requestedBy();
        requestedName = file.requestedName();
        requestedAt = file.requestedAt().toEpochMilli();
        endedAt = file.endedAt().map(Instant::toEpochMilli).orElse(null);
        attachmentId = file.attachmentId();
        fileName = file.fileName();
        bytes = file.bytes();
        sha256 = file.sha256();
    }

    EvidenceFile toFile() {
        return new EvidenceFile(
                id,
                regulation,
                title,
                new DaySpan(from, to),
                EvidenceFile.State.valueOf(state),
                error,
                requestedBy,
                requestedName,
                Instant.ofEpochMilli(requestedAt),
                Optional.ofNullable(endedAt).map(Instant::ofEpochMilli),
                attachmentId,
                fileName,
                bytes,
                sha256);
    }
}
