package vn.quyche.core.document.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.Urgency;

@Entity(name = "Incoming")
@Table(name = "incoming", schema = "q_document")
class IncomingEntity {
    @Id
    String id;

    @Column(name = "book_id")
    String bookId;

    @Column(name = "number_year")
    int year;

    @Column(name = "number_given")
    int number;

    @Column(name = "arrived_on")
    LocalDate arrivedOn;

    String sender;

    @Column(name = "sender_folded")
    String senderFolded;

    String code;

    @Column(name = "document_day")
    LocalDate day;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    String subject;

    String folded;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    boolean paper;

    @Enumerated(EnumType.STRING)
    IncomingState state;

    String opinion;

    @Column(name = "opinion_by")
    String opinionBy;

    @Column(name = "opinion_at")
    Long opinionAt;

    @Column(name = "due_on")
    LocalDate dueOn;

    String outcome;

    @Column(name = "completed_at")
    Long completedAt;

    String remark;

    @Column(name = "registered_by")
    String registeredBy;

    @Column(name = "registered_at")
    long registeredAt;

    int assignments;

    long version;

    @Column(name = "changed_at")
    long changedAt;

    IncomingEntity() {}

    IncomingEntity(IncomingDocument document) {
        id = document.id();
        bookId = document.bookId();
        year = document.year();
        number = document.number();
        arrivedOn = document.arrivedOn();
        sender = document.sender();
        senderFolded = VietnameseText.fold(document.sender());
        code = document.code();
        day = document.day().orElse(null);
        kind = document.kind();
        subject = document.subject();
        folded = VietnameseText.fold(
                document.number() + " " + document.code() + " " + document.sender() + " " + document.subject());
        urgency = document.urgency();
        paper = document.paper();
        state = document.state();
        opinion = document.opinion();
        opinionBy = document.opinionBy();
        outcome = document.outcome();
        remark = document.remark();
        registeredBy = document.registeredBy();
        registeredAt = document.registeredAt().toEpochMilli();
        version = document.version();
    }

    IncomingDocument toRecord(Optional<Assignee> lead, List<Assignee> collaborators) {
        return new IncomingDocument(
                id,
                bookId,
                year,
                number,
                arrivedOn,
                sender,
                code,
                Optional.ofNullable(day),
                kind,
                subject,
                urgency,
                paper,
                state,
                opinion,
                opinionBy,
                Optional.ofNullable(opinionAt).map(Instant::ofEpochMilli),
                lead,
                collaborators,
                Optional.ofNullable(dueOn),
                outcome,
                Optional.ofNullable(completedAt).map(Instant::ofEpochMilli),
                remark,
                registeredBy,
                Instant.ofEpochMilli(registeredAt),
                assignments,
                version);
    }
}
