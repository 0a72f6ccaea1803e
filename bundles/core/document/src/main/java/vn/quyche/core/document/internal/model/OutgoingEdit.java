package vn.quyche.core.document.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.print.SigningCapacity;

/** A change of an outgoing document: what is not set stays as it is. */
public final class OutgoingEdit {

    private final OutgoingDocument before;
    private DocumentKind kind;
    private String subject;
    private String unitCode;
    private Urgency urgency;
    private List<String> recipients;
    private List<Assignee> circulation;
    private String answersId;
    private String approverId;
    private String signerId;
    private SigningCapacity capacity;
    private OutgoingState state;
    private String fileId;
    private String sha256;
    private String approvedSha256;
    private String approvedBy;
    private String bookId;
    private int year;
    private int number;
    private String code;
    private Optional<LocalDate> day;
    private SignatureForm form;
    private String signedFileId;
    private String signedSha256;
    private Optional<Instant> signedAt;
    private Optional<Instant> issuedAt;
    private int copies;
    private String remark;
    private String reason;

    public OutgoingEdit(OutgoingDocument before) {
        this.before = before;
        kind = before.kind();
        subject = before.subject();
        unitCode = before.unitCode();
        urgency = before.urgency();
        recipients = before.recipients();
        circulation = before.circulation();
        answersId = before.answersId();
        approverId = before.approverId();
        signerId = before.signerId();
        capacity = before.capacity();
        state = before.state();
        fileId = before.fileId();
        sha256 = before.sha256();
        approvedSha256 = before.approvedSha256();
        approvedBy = before.approvedBy();
        bookId = before.bookId();
        year = before.year();
        number = before.number();
        code = before.code();
        day = before.day();
        form = before.form();
        signedFileId = before.signedFileId();
        signedSha256 = before.signedSha256();
        signedAt = before.signedAt();
        issuedAt = before.issuedAt();
        copies = before.copies();
        remark = before.remark();
        reason = before.reason();
    }

    /** What is entered about a document. */
    public OutgoingEdit entered(
            DocumentKind newKind,
            String newSubject,
            String newUnitCode,
            Urgency newUrgency,
            List<String> newRecipients,
            List<Assignee> newCirculation,
            String newAnswersId,
            String newApproverId,
            String newSignerId,
            SigningCapacity newCapacity) {
        kind = newKind;
        subject = newSubject;
        unitCode = newUnitCode;
        urgency = newUrgency;
        recipients = newRecipients;
        circulation = newCirculation;
        answersId = newAnswersId;
        approverId = newApproverId;
        signerId = newSignerId;
        capacity = newCapacity;
        return this;
    }

    /** The file of a new version. */
    public OutgoingEdit file(String newFileId, String newSha256) {
        fileId = newFileId;
        sha256 = newSha256;
        return this;
    }

    /** A new state with the reason for it, empty for none. */
    public OutgoingEdit state(OutgoingState newState, String why) {
        state = newState;
        reason = why;
        return this;
    }

    /** The approval of bytes; empty texts take it back. */
    public OutgoingEdit approved(String content, String by) {
        approvedSha256 = content;
        approvedBy = by;
        return this;
    }

    /** The number. */
    public OutgoingEdit numbered(String book, LocalDate on, int given, String symbol) {
        bookId = book;
        year = on.getYear();
        number = given;
        code = symbol;
        day = Optional.of(on);
        return this;
    }

    /** The signature. */
    public OutgoingEdit signed(SignatureForm how, String signedFile, String content, Instant at) {
        form = how;
        signedFileId = signedFile;
        signedSha256 = content;
        signedAt = Optional.of(at);
        return this;
    }

    /** The sending. */
    public OutgoingEdit issued(Instant at, int howMany, String note) {
        issuedAt = Optional.of(at);
        copies = howMany;
        remark = note;
        return this;
    }

    /** The changed document, a version on. */
    public OutgoingDocument done() {
        return new OutgoingDocument(
                before.id(),
                kind,
                subject,
                unitCode,
                urgency,
                recipients,
                circulation,
                answersId,
                before.authorId(),
                before.authorName(),
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
                day,
                form,
                signedFileId,
                signedSha256,
                signedAt,
                issuedAt,
                copies,
                remark,
                reason,
                before.createdAt(),
                before.version() + 1);
    }
}
