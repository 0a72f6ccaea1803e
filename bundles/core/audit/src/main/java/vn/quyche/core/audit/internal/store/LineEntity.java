package vn.quyche.core.audit.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.audit.internal.model.Line;
import vn.quyche.core.audit.internal.model.SealedLine;

@Entity
@Table(schema = "q_audit", name = "audit_line")
class LineEntity {

    @Id
    String id;

    @Column(name = "at_ms")
    long atMs;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "person_id")
    String personId;

    String name;
    String door;
    String address;

    @Column(name = "correlation_id")
    String correlationId;

    String domain;
    String action;

    @Column(name = "subject_type")
    String subjectType;

    @Column(name = "subject_id")
    String subjectId;

    String outcome;
    String code;
    String clause;

    @Column(name = "before_json")
    String before;

    @Column(name = "after_json")
    String after;

    String note;

    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "seal_no")
    Long sealNo;

    @Column(name = "prev_hash")
    String prevHash;

    String hash;

    Line toLine() {
        return new Line(
                id,
                atMs,
                accountId,
                personId,
                name,
                door,
                address,
                correlationId,
                action,
                subjectType,
                subjectId,
                outcome,
                code,
                clause,
                before,
                after,
                note);
    }

    SealedLine toSealed() {
        return new SealedLine(sealNo, toLine(), contentHash, known(prevHash), known(hash));
    }

    AuditLine toAuditLine() {
        return new AuditLine(
                id,
                Optional.ofNullable(sealNo),
                Instant.ofEpochMilli(atMs),
                accountId,
                Optional.of(personId).filter(person -> !person.isEmpty()),
                name,
                door,
                address,
                correlationId,
                action,
                subjectType,
                subjectId,
                AuditLine.Outcome.valueOf(outcome),
                code,
                clause,
                before,
                after,
                note,
                known(hash));
    }

    private static String known(String hash) {
        return hash == null ? "" : hash;
    }
}
