package vn.quyche.group.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DocumentKind;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.PaperUse;

/** What the files of a directive are when they come in place of paper. */
@Entity(name = "DirectiveDocument")
@Table(name = "directive_document", schema = "q_group")
class DocumentEntity {
    @Id
    @Column(name = "directive_id")
    String directiveId;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    String meeting;

    String place;

    @Column(name = "words_folded")
    String wordsFolded;

    @Column(name = "held_on")
    LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    PaperUse paper;

    /** Whether it goes to chosen people. */
    boolean targeted;

    /** Empty until the directive is issued. */
    String number;

    @Column(name = "issued_at")
    Long issuedAt;

    int recipients;

    DocumentEntity() {}

    DocumentEntity(Directive directive, MeetingDocument document) {
        directiveId = directive.id();
        groupId = directive.groupId();
        targeted = directive.content().toChosen();
        number = "";
        kind = document.kind();
        meeting = document.meeting();
        place = document.place();
        wordsFolded = VietnameseText.fold(document.meeting() + " " + document.place());
        heldOn = document.heldOn();
        paper = document.paper();
    }

    MeetingDocument toRecord() {
        return new MeetingDocument(kind, meeting, heldOn, place, paper);
    }
}
