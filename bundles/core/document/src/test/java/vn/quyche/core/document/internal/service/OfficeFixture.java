package vn.quyche.core.document.internal.service;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.document.internal.store.JpaBookStore;
import vn.quyche.core.document.internal.store.JpaIncomingStore;
import vn.quyche.core.document.internal.store.JpaOutgoingStore;
import vn.quyche.testkit.FakeAttachments;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.FakeNotices;
import vn.quyche.testkit.FakeSchoolCalendar;
import vn.quyche.testkit.FakeScreening;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** The office of a small school: a principal, a clerk and two teachers, with real stores. */
final class OfficeFixture {

    static final String PRINCIPAL = "p-principal";
    static final String CLERK = "p-clerk";
    static final String TEACHER = "p-teacher";

    final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    final FakeDirectory directory = new FakeDirectory()
            .school(new School("Trường THCS Thử Nghiệm", "1", "THTN", "Thử Nghiệm", ""))
            .person(PRINCIPAL, "Trần Thị Ngọc Lan", Post.PRINCIPAL)
            .person(CLERK, "Phạm Thu Hà", Post.RECORDS_CLERK)
            .person(TEACHER, "Nguyễn Hải Đăng", Post.TEACHER)
            .person("p-other", "Đỗ Minh Ánh", Post.TEACHER)
            .unit("u-maths", UnitType.SUBJECT_GROUP, "Tổ Toán – Tin")
            .post(TEACHER, Post.SUBJECT_HEAD, "u-maths")
            .member("p-other", "u-maths");
    final FakeScreening screening = new FakeScreening();
    final FakeAttachments attachments = new FakeAttachments(screening, clock);
    final FakeNotices notices = new FakeNotices(clock);
    final FakeDuties duties = new FakeDuties(clock);
    final FakeSchoolCalendar calendar = new FakeSchoolCalendar();
    final Caller principal = TestCaller.person(PRINCIPAL);
    final Caller clerk = TestCaller.person(CLERK);
    final Caller teacher = TestCaller.person(TEACHER);
    final Caller other = TestCaller.person("p-other");
    final TestAccess access = TestAccess.nothing();
    final TestUnit unit;
    final TestActs acts;
    final SequentialIds ids = new SequentialIds();
    final JpaBookStore bookStore;
    final JpaOutgoingStore store;
    final JpaIncomingStore incomingStore;
    final OutgoingNews outgoingNews;
    final DefaultBooks books;
    final DefaultOutgoingDocuments outgoing;
    final DefaultIncomingDocuments incoming;

    OfficeFixture(TestDatabase db) {
        access.grant(
                principal,
                DocumentPermissions.READ,
                DocumentPermissions.DRAFT,
                DocumentPermissions.APPROVE,
                DocumentPermissions.DIRECT,
                DocumentPermissions.SIGN,
                DocumentPermissions.BOOKS);
        access.grant(
                clerk,
                DocumentPermissions.READ,
                DocumentPermissions.DRAFT,
                DocumentPermissions.REGISTER,
                DocumentPermissions.SIGN);
        access.grant(teacher, DocumentPermissions.DRAFT);
        access.grant(other, DocumentPermissions.DRAFT);
        unit = TestUnit.of(db, "document");
        acts = new TestActs(access, unit.tx());
        bookStore = new JpaBookStore(unit.jpa());
        store = new JpaOutgoingStore(unit.jpa(), clock);
        incomingStore = new JpaIncomingStore(unit.jpa(), clock);
        outgoingNews = new OutgoingNews(directory, notices, duties, calendar, clock);
        books = new DefaultBooks(acts, access, bookStore, screening, unit.tx(), ids, clock);
        incoming = new DefaultIncomingDocuments(
                acts,
                access,
                incomingStore,
                books,
                new IncomingInput(directory, screening, clock),
                new IncomingNews(directory, notices, duties, clock),
                attachments,
                directory,
                ids,
                clock);
        outgoing = new DefaultOutgoingDocuments(
                acts,
                access,
                store,
                books,
                new OutgoingInput(directory, incoming, screening, clock),
                outgoingNews,
                incoming,
                attachments,
                directory,
                ids,
                clock);
    }

    /** What the lines of the log with an action are about, in order; empty for what is about many. */
    List<String> logged(String action) {
        return acts.done().stream()
                .filter(done -> done.action().equals(action))
                .map(TestActs.Done::subjectId)
                .toList();
    }

    String file(Caller caller, String name, String content) {
        Attachment file = attachments.receive(caller, name, content.getBytes(StandardCharsets.UTF_8));
        return file.id();
    }

    /** Lets a draft go all its way, signed by hand. */
    void issue(String id) {
        outgoing.submit(clerk, id);
        outgoing.approve(principal, id, outgoing.get(principal, id).sha256());
        outgoing.assignNumber(clerk, id);
        outgoing.signedByHand(clerk, id, file(clerk, "van-ban.pdf", "x"), null);
        outgoing.issue(clerk, id, 1, "");
    }

    /** A notice for some of the school alone. */
    NewOutgoing circulated(Assignee... circulation) {
        NewOutgoing plain = entered(DocumentKind.NOTICE, "Giao ban", file(clerk, "van-ban.pdf", "x"));
        return new NewOutgoing(
                plain.kind(),
                plain.subject(),
                "",
                plain.urgency(),
                List.of(),
                List.of(circulation),
                "",
                plain.approverId(),
                plain.signerId(),
                plain.capacity(),
                plain.fileId(),
                "");
    }

    NewOutgoing entered(DocumentKind kind, String subject, String fileId) {
        return new NewOutgoing(
                kind,
                subject,
                "",
                Urgency.NORMAL,
                List.of("Như trên", "Lưu: VT"),
                List.of(),
                "",
                PRINCIPAL,
                PRINCIPAL,
                SigningCapacity.HEAD,
                fileId,
                "");
    }

    String draft(DocumentKind kind, String subject) {
        return outgoing.draft(teacher, "", entered(kind, subject, file(teacher, "du-thao.docx", subject)));
    }

    String approved(DocumentKind kind, String subject) {
        String id = draft(kind, subject);
        outgoing.submit(teacher, id);
        outgoing.approve(principal, id, outgoing.get(principal, id).sha256());
        return id;
    }

    OutgoingDocument numbered(DocumentKind kind, String subject) {
        return outgoing.assignNumber(clerk, approved(kind, subject));
    }
}
