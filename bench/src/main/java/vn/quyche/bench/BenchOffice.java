package vn.quyche.bench;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.document.internal.service.DefaultBooks;
import vn.quyche.core.document.internal.service.DefaultIncomingDocuments;
import vn.quyche.core.document.internal.service.DefaultOutgoingDocuments;
import vn.quyche.core.document.internal.service.IncomingInput;
import vn.quyche.core.document.internal.service.IncomingNews;
import vn.quyche.core.document.internal.service.OutgoingInput;
import vn.quyche.core.document.internal.service.OutgoingNews;
import vn.quyche.core.document.internal.store.JpaBookStore;
import vn.quyche.core.document.internal.store.JpaIncomingStore;
import vn.quyche.core.document.internal.store.JpaOutgoingStore;
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

/** The document services over a real database, with real stores and transactions; what is around them is fake and does little. */
final class BenchOffice {

    static final String HASH = "a".repeat(64);

    final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    final FakeDirectory directory = new FakeDirectory()
            .school(new School("Trường THCS Đo Đạc", "1", "THDD", "Đo Đạc", ""))
            .person("p-principal", "Trần Thị Ngọc Lan", Post.PRINCIPAL)
            .person("p-clerk", "Phạm Thu Hà", Post.RECORDS_CLERK)
            .person("p-teacher", "Nguyễn Hải Đăng", Post.TEACHER);
    final FakeScreening screening = new FakeScreening();
    final Caller clerk = TestCaller.person("p-clerk");
    final TestAccess access;
    final TestActs acts;
    final Tx tx;
    final JpaBookStore bookStore;
    final JpaOutgoingStore outgoingStore;
    final JpaIncomingStore incomingStore;
    final OutgoingNews outgoingNews;
    final DefaultOutgoingDocuments outgoing;
    final DefaultIncomingDocuments incoming;

    BenchOffice(TestDatabase db, Attachments attachments, TestAccess access) {
        this.access = access;
        TestUnit unit = TestUnit.of(db, "document");
        SequentialIds ids = new SequentialIds();
        FakeNotices notices = new FakeNotices(clock);
        FakeDuties duties = new FakeDuties(clock);
        tx = unit.tx();
        acts = new TestActs(access, tx);
        bookStore = new JpaBookStore(unit.jpa());
        outgoingStore = new JpaOutgoingStore(unit.jpa(), clock);
        incomingStore = new JpaIncomingStore(unit.jpa(), clock);
        DefaultBooks books = new DefaultBooks(acts, access, bookStore, screening, tx, ids, clock);
        outgoingNews = new OutgoingNews(directory, notices, duties, new FakeSchoolCalendar(), clock);
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
                outgoingStore,
                books,
                new OutgoingInput(directory, incoming, screening, clock),
                outgoingNews,
                incoming,
                attachments,
                directory,
                ids,
                clock);
    }

    /** An approved decision, as the store keeps it. */
    OutgoingDocument approved(String id, String subject, String authorId, String fileId) {
        return new OutgoingDocument(
                id,
                DocumentKind.DECISION,
                subject,
                "",
                Urgency.NORMAL,
                List.of("Các tổ", "Lưu: VT"),
                List.of(),
                "",
                authorId,
                "Nguyễn Hải Đăng",
                "p-principal",
                "p-principal",
                SigningCapacity.HEAD,
                OutgoingState.APPROVED,
                fileId,
                HASH,
                HASH,
                "Trần Thị Ngọc Lan",
                "",
                0,
                0,
                "",
                Optional.<LocalDate>empty(),
                SignatureForm.NONE,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                "",
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                1);
    }
}
