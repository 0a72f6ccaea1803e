package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentComment;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.document.DocumentVersion;
import vn.quyche.core.api.document.DocumentVersion.Made;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingStep;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.OutgoingStep;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.document.internal.model.Notation;
import vn.quyche.core.document.internal.model.OutgoingEdit;
import vn.quyche.core.document.internal.model.OutgoingFlow;
import vn.quyche.core.document.internal.model.Sha256;
import vn.quyche.core.document.internal.store.JpaOutgoingStore;

/** Outgoing documents from the draft to the recall, and what a domain that signs asks of them. */
@Component(service = {OutgoingDocuments.class, DocumentSigning.class, DefaultOutgoingDocuments.class})
public final class DefaultOutgoingDocuments implements OutgoingDocuments, DocumentSigning {

    private static final String OUTGOING = OutgoingNews.OUTGOING;
    private static final int MOST_COPIES = 9_999;

    /** From what a version was made, and what was entered for it. */
    record MadeVersion(Made from, Map<String, String> texts) {}

    private final Acts acts;
    private final Access access;
    private final JpaOutgoingStore store;
    private final DefaultBooks books;
    private final OutgoingInput input;
    private final OutgoingNews news;
    private final IncomingDocuments incoming;
    private final Attachments attachments;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultOutgoingDocuments(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaOutgoingStore store,
            @Reference DefaultBooks books,
            @Reference OutgoingInput input,
            @Reference OutgoingNews news,
            @Reference IncomingDocuments incoming,
            @Reference Attachments attachments,
            @Reference Directory directory,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.books = books;
        this.input = input;
        this.news = news;
        this.incoming = incoming;
        this.attachments = attachments;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<OutgoingDocument> list(Caller caller, Query query, PageRequest page) {
        Optional<String> after = page.afterId();
        Optional<String> person = Optional.empty();
        if (!seesAll(caller)) {
            if (caller.personId().isEmpty()) {
                return new Page<>(List.of(), Optional.empty());
            }
            person = caller.personId();
        }
        return Page.of(
                store.list(query, person, news.circles(caller), after, page.size() + 1),
                page.size(),
                OutgoingDocument::id);
    }

    @Override
    public Page<OutgoingDocument> register(Caller caller, String bookId, int year, PageRequest page) {
        // The cursor is read before anything else, so that a bad one is told to everybody alike.
        List<OutgoingDocument> found = store.register(bookId, year, page.after(), page.size() + 1);
        access.require(caller, DocumentPermissions.READ, Scope.school());
        return Page.of(found, page.size(), JpaOutgoingStore::cursor);
    }

    @Override
    public OutgoingDocument get(Caller caller, String documentId) {
        return seen(caller, store.find(documentId));
    }

    @Override
    public List<OutgoingDocument> those(Caller caller, Collection<String> documentIds) {
        Predicate<OutgoingDocument> visible = visibleTo(caller);
        return store.those(documentIds).stream().filter(visible).toList();
    }

    @Override
    public Set<OutgoingStep> steps(Caller caller, String documentId) {
        OutgoingDocument document = get(caller, documentId);
        EnumSet<OutgoingStep> steps = EnumSet.noneOf(OutgoingStep.class);
        for (OutgoingStep step : OutgoingFlow.possible(document.state())) {
            if (may(caller, document, step)) {
                steps.add(step);
            }
        }
        return steps;
    }

    @Override
    public List<DocumentVersion> versions(Caller caller, String documentId) {
        get(caller, documentId);
        return store.versions(documentId);
    }

    @Override
    public List<DocumentComment> comments(Caller caller, String documentId) {
        get(caller, documentId);
        return store.comments(documentId);
    }

    @Override
    public Attachment file(Caller caller, String documentId, String fileId) {
        get(caller, documentId);
        Attachment file = attachments.get(fileId);
        if (!file.ownerType().equals(OUTGOING) || !file.ownerId().equals(documentId)) {
            throw new NotFound("document.no-attachment");
        }
        return file;
    }

    @Override
    public String draft(Caller caller, String key, NewOutgoing entered) {
        return draft(caller, key, entered, Optional.empty());
    }

    /** Begins a document whose file was made from a template. */
    String draft(Caller caller, String key, NewOutgoing entered, Optional<MadeVersion> made) {
        Act act = Act.create(OUTGOING, "document.draft", DocumentPermissions.DRAFT, Scope.own(caller));
        return acts.performOnce(caller, key, act, log -> {
            String author = caller.personId().orElseThrow(() -> new Forbidden("document.no-person"));
            NewOutgoing checked = input.checked(caller, entered, true);
            Attachment file = attachments.get(checked.fileId());
            String id = ids.next();
            OutgoingDocument draft = new OutgoingDocument(
                    id,
                    checked.kind(),
                    checked.subject(),
                    checked.unitCode(),
                    checked.urgency(),
                    checked.recipients(),
                    checked.circulation(),
                    checked.answersId(),
                    author,
                    caller.name(),
                    checked.approverId(),
                    checked.signerId(),
                    checked.capacity(),
                    OutgoingState.DRAFT,
                    file.id(),
                    file.sha256(),
                    "",
                    "",
                    "",
                    0,
                    0,
                    "",
                    Optional.empty(),
                    SignatureForm.NONE,
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    "",
                    "",
                    clock.instant(),
                    1);
            store.insert(draft);
            take(caller, id, file, checked.versionNote(), made);
            log.subject(id);
            log.changed(null, draft);
            return id;
        });
    }

    @Override
    public OutgoingDocument revise(Caller caller, String documentId, long version, NewOutgoing entered) {
        return revise(caller, documentId, version, entered, Optional.empty());
    }

    /** Changes a document whose next file was made from a template. */
    OutgoingDocument revise(
            Caller caller, String documentId, long version, NewOutgoing entered, Optional<MadeVersion> made) {
        return step(caller, documentId, OutgoingStep.REVISE, "document.revise", (before, log) -> {
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            NewOutgoing checked = input.checked(caller, entered, false);
            OutgoingEdit edit = new OutgoingEdit(before)
                    .entered(
                            checked.kind(),
                            checked.subject(),
                            checked.unitCode(),
                            checked.urgency(),
                            checked.recipients(),
                            checked.circulation(),
                            checked.answersId(),
                            checked.approverId(),
                            checked.signerId(),
                            checked.capacity())
                    // Whatever was approved, it was not this.
                    .approved("", "")
                    .state(OutgoingState.DRAFT, "");
            if (!checked.fileId().isEmpty()) {
                Attachment file = attachments.get(checked.fileId());
                take(caller, documentId, file, checked.versionNote(), made);
                edit.file(file.id(), file.sha256());
            }
            return edit.done();
        });
    }

    @Override
    public void comment(Caller caller, String documentId, String text) {
        Act act = Act.on(OUTGOING, documentId, "document.comment", DocumentPermissions.DRAFT, Scope.own(caller));
        acts.perform(caller, act, log -> {
            seen(caller, store.lock(documentId));
            String words = input.words(caller, "text", text, 1, 2000);
            store.addComment(
                    documentId,
                    new DocumentComment(
                            ids.next(), caller.name(), clock.instant(), store.latestVersion(documentId), words));
            return null;
        });
    }

    @Override
    public OutgoingDocument submit(Caller caller, String documentId) {
        return step(caller, documentId, OutgoingStep.SUBMIT, "document.submit", (before, log) -> {
            OutgoingDocument after =
                    new OutgoingEdit(before).state(OutgoingState.SUBMITTED, "").done();
            news.submitted(after);
            return after;
        });
    }

    @Override
    public OutgoingDocument approve(Caller caller, String documentId, String sha256) {
        return step(caller, documentId, OutgoingStep.APPROVE, "document.approve", (before, log) -> {
            if (!before.sha256().equals(sha256)) {
                throw new Conflict("document.other-content");
            }
            OutgoingDocument after = new OutgoingEdit(before)
                    .approved(sha256, caller.name())
                    .state(OutgoingState.APPROVED, "")
                    .done();
            news.approved(after);
            return after;
        });
    }

    @Override
    public OutgoingDocument sendBack(Caller caller, String documentId, String reason) {
        return step(caller, documentId, OutgoingStep.SEND_BACK, "document.send-back", (before, log) -> {
            OutgoingDocument after = new OutgoingEdit(before)
                    .approved("", "")
                    .state(OutgoingState.RETURNED, input.words(caller, "reason", reason, 1, 1000))
                    .done();
            news.sentBack(after);
            return after;
        });
    }

    @Override
    public OutgoingDocument assignNumber(Caller caller, String documentId) {
        LocalDate today = VietnamTime.today(clock);
        access.require(caller, DocumentPermissions.REGISTER, Scope.school());
        OutgoingDocument found = seen(caller, store.find(documentId));
        books.ready(books.bookOf(found.kind(), found.internal()), today.getYear());
        return step(caller, documentId, OutgoingStep.ASSIGN_NUMBER, "document.assign-number", (before, log) -> {
            String issuer = directory.school().abbreviation();
            if (issuer.isBlank()) {
                throw new Conflict("document.no-abbreviation");
            }
            DocumentKind kind = before.kind();
            String bookId = books.bookOf(kind, before.internal());
            int number = books.give(
                    bookId,
                    today.getYear(),
                    documentId,
                    kind.name(),
                    given -> Notation.code(given, kind, issuer, before.unitCode(), before.internal()));
            OutgoingDocument after = new OutgoingEdit(before)
                    .numbered(
                            bookId,
                            today,
                            number,
                            Notation.code(number, kind, issuer, before.unitCode(), before.internal()))
                    .state(OutgoingState.NUMBERED, "")
                    .done();
            news.numbered(after);
            return after;
        });
    }

    @Override
    public OutgoingDocument signedByHand(Caller caller, String documentId, String scanId, LocalDate signedOn) {
        return step(caller, documentId, OutgoingStep.SIGN, "document.record-signature", (before, log) -> {
            LocalDate today = VietnamTime.today(clock);
            LocalDate on = signedOn == null ? today : signedOn;
            if (on.isAfter(today) || on.isBefore(before.day().orElseThrow())) {
                throw new Invalid(
                        "signedOn",
                        "document.bad-signing-day",
                        VietnamTime.day(before.day().orElseThrow()));
            }
            if (scanId == null || scanId.isBlank()) {
                throw new Invalid("scanId", "document.no-scan");
            }
            Attachment scan = attachments.get(scanId);
            attachments.attach(caller, List.of(scan.id()), OUTGOING, documentId);
            Instant at = on.equals(today) ? clock.instant() : VietnamTime.startOf(on);
            OutgoingDocument after = new OutgoingEdit(before)
                    .signed(SignatureForm.HAND, scan.id(), scan.sha256(), at)
                    .state(OutgoingState.SIGNED, "")
                    .done();
            news.signed(after);
            return after;
        });
    }

    @Override
    public OutgoingDocument issue(Caller caller, String documentId, int copies, String remark) {
        return step(caller, documentId, OutgoingStep.ISSUE, "document.issue", (before, log) -> {
            if (copies < 1 || copies > MOST_COPIES) {
                throw new Invalid("copies", "core.bad-number", 1, MOST_COPIES);
            }
            OutgoingDocument after = new OutgoingEdit(before)
                    .issued(clock.instant(), copies, input.words(caller, "remark", remark, 0, 500))
                    .state(OutgoingState.ISSUED, "")
                    .done();
            news.issued(after);
            answer(caller, after);
            return after;
        });
    }

    /** Who gets the answer has it: the handling is done, and its due day with it. */
    private void answer(Caller caller, OutgoingDocument issued) {
        incoming.those(caller, List.of(issued.answersId())).stream()
                .filter(one -> incoming.steps(caller, one.id()).contains(IncomingStep.COMPLETE))
                .forEach(one -> incoming.complete(caller, one.id(), "Trả lời bằng văn bản " + issued.code()));
    }

    @Override
    public Map<String, List<String>> answers(Collection<String> incomingIds) {
        return store.answering(incomingIds).stream()
                .collect(Collectors.groupingBy(
                        OutgoingDocument::answersId, Collectors.mapping(OutgoingDocument::code, Collectors.toList())));
    }

    @Override
    public OutgoingDocument recall(Caller caller, String documentId, String reason) {
        return step(caller, documentId, OutgoingStep.RECALL, "document.recall", (before, log) -> {
            OutgoingDocument after = new OutgoingEdit(before)
                    .state(OutgoingState.RECALLED, input.words(caller, "reason", reason, 1, 1000))
                    .done();
            news.ended(after, "Thu hồi: ");
            return after;
        });
    }

    @Override
    public OutgoingDocument cancel(Caller caller, String documentId, String reason) {
        return step(caller, documentId, OutgoingStep.CANCEL, "document.cancel", (before, log) -> {
            OutgoingDocument after = new OutgoingEdit(before)
                    .state(OutgoingState.CANCELLED, input.words(caller, "reason", reason, 1, 1000))
                    .done();
            news.ended(after, "Hủy: ");
            return after;
        });
    }

    @Override
    public OutgoingDocument discard(Caller caller, String documentId) {
        return step(
                caller,
                documentId,
                OutgoingStep.DISCARD,
                "document.discard",
                (before, log) -> new OutgoingEdit(before)
                        .approved("", "")
                        .state(OutgoingState.DISCARDED, "")
                        .done());
    }

    @Override
    public Optional<Signable> find(String sha256) {
        return Sha256.isHash(sha256) ? store.signable(sha256).map(this::signable) : Optional.empty();
    }

    @Override
    public Signable signed(Caller caller, String sha256, String signedFileId, Instant signedAt) {
        String id = find(sha256).map(Signable::documentId).orElseThrow(() -> new Conflict("document.not-signable"));
        Act act = Act.on(OUTGOING, id, "document.sign", DocumentPermissions.SIGN, Scope.school());
        return acts.perform(caller, act, log -> {
            OutgoingDocument before = store.lock(id).orElseThrow();
            if (!signable(before).sha256().equals(sha256) || !waitsForSignature(before)) {
                throw new Conflict("document.not-signable");
            }
            Attachment file = attachments.get(signedFileId);
            attachments.attach(caller, List.of(file.id()), OUTGOING, id);
            OutgoingDocument after = new OutgoingEdit(before)
                    .signed(SignatureForm.DIGITAL, file.id(), file.sha256(), signedAt)
                    .state(OutgoingState.SIGNED, "")
                    .done();
            store.update(after);
            log.changed(before, after);
            if (before.state() == OutgoingState.NUMBERED) {
                news.signed(after);
            }
            return signable(after);
        });
    }

    private static boolean waitsForSignature(OutgoingDocument document) {
        return document.state() == OutgoingState.NUMBERED
                || document.state() == OutgoingState.SIGNED && document.form() == SignatureForm.DIGITAL;
    }

    private Signable signable(OutgoingDocument document) {
        boolean signed = document.form() == SignatureForm.DIGITAL;
        return new Signable(
                document.id(),
                document.kind(),
                document.code(),
                document.day().orElseThrow(),
                document.subject(),
                document.signerId(),
                signed ? document.signedFileId() : document.fileId(),
                signed ? document.signedSha256() : document.approvedSha256(),
                signed);
    }

    /** One step of a document: who, whether now, what becomes of it. */
    private interface Step {
        OutgoingDocument take(OutgoingDocument before, ActLog log);
    }

    private OutgoingDocument step(Caller caller, String id, OutgoingStep step, String action, Step work) {
        Act act = Act.on(OUTGOING, id, action, permission(caller, step), scope(caller, step));
        return acts.perform(caller, act, log -> {
            OutgoingDocument before = seen(caller, store.lock(id));
            if (!may(caller, before, step)) {
                throw new Forbidden("document.not-author", before.authorName());
            }
            OutgoingFlow.require(before.state(), step);
            OutgoingDocument after = work.take(before, log);
            store.update(after);
            log.changed(before, after);
            if (!after.reason().isEmpty()) {
                log.note(after.reason());
            }
            return after;
        });
    }

    private boolean may(Caller caller, OutgoingDocument document, OutgoingStep step) {
        if (!writes(step)) {
            return access.allows(caller, permission(caller, step), Scope.school());
        }
        return access.allows(caller, DocumentPermissions.REGISTER, Scope.school())
                || caller.personId().filter(document.authorId()::equals).isPresent()
                        && access.allows(caller, DocumentPermissions.DRAFT, Scope.own(caller));
    }

    /** The clerk may mend what others draft. */
    private String permission(Caller caller, OutgoingStep step) {
        return switch (step) {
            case REVISE, SUBMIT, DISCARD ->
                access.allows(caller, DocumentPermissions.REGISTER, Scope.school())
                        ? DocumentPermissions.REGISTER
                        : DocumentPermissions.DRAFT;
            case APPROVE, SEND_BACK, RECALL, CANCEL -> DocumentPermissions.APPROVE;
            case ASSIGN_NUMBER, SIGN, ISSUE -> DocumentPermissions.REGISTER;
        };
    }

    private static Scope scope(Caller caller, OutgoingStep step) {
        return writes(step) ? Scope.own(caller) : Scope.school();
    }

    private static boolean writes(OutgoingStep step) {
        return step == OutgoingStep.REVISE || step == OutgoingStep.SUBMIT || step == OutgoingStep.DISCARD;
    }

    private OutgoingDocument seen(Caller caller, Optional<OutgoingDocument> found) {
        return found.filter(visibleTo(caller)).orElseThrow(() -> new NotFound("document.not-found"));
    }

    private Predicate<OutgoingDocument> visibleTo(Caller caller) {
        if (seesAll(caller)) {
            return document -> true;
        }
        Set<String> circles = news.circles(caller);
        return document -> caller.personId()
                        .filter(person -> person.equals(document.authorId())
                                || person.equals(document.approverId())
                                || person.equals(document.signerId()))
                        .isPresent()
                || document.issuedAt().isPresent()
                        && document.circulation().stream().anyMatch(one -> circles.contains(one.id()));
    }

    private boolean seesAll(Caller caller) {
        return DocumentPermissions.SEES_OUTGOING.stream()
                .anyMatch(permission -> access.allows(caller, permission, Scope.school()));
    }

    private void take(Caller caller, String documentId, Attachment file, String note, Optional<MadeVersion> made) {
        List<String> files = new ArrayList<>(List.of(file.id()));
        made.ifPresent(one -> files.add(one.from().wordFileId()));
        attachments.attach(caller, files, OUTGOING, documentId);
        int number = store.addVersion(
                documentId,
                new DocumentVersion(
                        0,
                        file.id(),
                        file.sha256(),
                        caller.name(),
                        clock.instant(),
                        note,
                        made.map(MadeVersion::from)));
        made.ifPresent(one -> store.addTexts(documentId, number, one.texts()));
    }
}
