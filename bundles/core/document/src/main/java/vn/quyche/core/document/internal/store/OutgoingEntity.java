package vn.quyche.core.document.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.print.SigningCapacity;

@Entity(name = "Outgoing")
@Table(name = "outgoing", schema = "q_document")
class OutgoingEntity {
    private static final String UNIT = "U:";
    private static final String PERSON = "P:";

    @Id
    String id;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    String subject;

    String folded;

    @Column(name = "unit_code")
    String unitCode;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    String recipients;

    String circulation;

    @Column(name = "answers_id")
    String answersId;

    @Column(name = "author_id")
    String authorId;

    @Column(name = "author_name")
    String authorName;

    @Column(name = "approver_id")
    String approverId;

    @Column(name = "signer_id")
    String signerId;

    @Enumerated(EnumType.STRING)
    SigningCapacity capacity;

    @Enumerated(EnumType.STRING)
    OutgoingState state;

    @Column(name = "file_id")
    String fileId;

    String sha256;

    @Column(name = "approved_sha256")
    String approvedSha256;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "book_id")
    String bookId;

    @Column(name = "number_year")
    int year;

    @Column(name = "number_given")
    int number;

    String code;

    @Column(name = "document_day")
    LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(name = "signature_form")
    SignatureForm form;

    @Column(name = "signed_file_id")
    String signedFileId;

    @Column(name = "signed_sha256")
    String signedSha256;

    @Column(name = "signed_at")
    Long signedAt;

    @Column(name = "issued_at")
    Long issuedAt;

    int copies;

    String remark;

    String reason;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "version_count")
    int versionCount;

    long version;

    @Column(name = "changed_at")
    long changedAt;

    /** Takes over everything but what counts versions. */
    void take(OutgoingDocument document) {
        id = document.id();
        kind = document.kind();
        subject = document.subject();
        folded = VietnameseText.fold(document.subject() + " " + document.code());
        unitCode = document.unitCode();
        urgency = document.urgency();
        recipients = String.join("\n", document.recipients());
        circulation = document.circulation().stream()
                .map(one -> (one.unit() ? UNIT : PERSON) + one.id())
                .collect(Collectors.joining("\n"));
        answersId = document.answersId();
        authorId = document.authorId();
        authorName = document.authorName();
        approverId = document.approverId();
        signerId = document.signerId();
        capacity = document.capacity();
        state = document.state();
        fileId = document.fileId();
        sha256 = document.sha256();
        approvedSha256 = document.approvedSha256();
        approvedBy = document.approvedBy();
        bookId = document.bookId();
        year = document.year();
        number = document.number();
        code = document.code();
        day = document.day().orElse(null);
        form = document.form();
        signedFileId = document.signedFileId();
        signedSha256 = document.signedSha256();
        signedAt = document.signedAt().map(Instant::toEpochMilli).orElse(null);
        issuedAt = document.issuedAt().map(Instant::toEpochMilli).orElse(null);
        copies = document.copies();
        remark = document.remark();
        reason = document.reason();
        createdAt = document.createdAt().toEpochMilli();
        version = document.version();
    }

    OutgoingDocument toRecord() {
        return new OutgoingDocument(
                id,
                kind,
                subject,
                unitCode,
                urgency,
                recipients.isEmpty() ? List.of() : List.of(recipients.split("\n")),
                circulation
                        .lines()
                        .map(line -> new Assignee(line.startsWith(UNIT), line.substring(UNIT.length())))
                        .toList(),
                answersId,
                authorId,
                authorName,
                approverId,
                signerId,
                capacity,
                state,
                fileId,
                sha256,
                approvedSha256,
                approvedBy,
                bookId,
                year,
                number,
                code,
                Optional.ofNullable(day),
                form,
                signedFileId,
                signedSha256,
                Optional.ofNullable(signedAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(issuedAt).map(Instant::ofEpochMilli),
                copies,
                remark,
                reason,
                Instant.ofEpochMilli(createdAt),
                version);
    }
}
