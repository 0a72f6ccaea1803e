package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.Books.NewBook;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.document.internal.model.RegisterForm;
import vn.quyche.core.document.internal.ui.DocumentUi;
import vn.quyche.testkit.Asked;
import vn.quyche.testkit.FakePrinter;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

class RegistersTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 15);

    @OnEachDatabase
    void followsHowIncomingDocumentsAreHandled(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        Registers registers = registers(office);
        String late = arrived(office, "1/UBND", "Một");
        arrived(office, "2/UBND", "Hai");
        String done = arrived(office, "3/UBND", "Ba");
        office.incoming.direct(office.principal, List.of(late, done), to());
        office.incoming.complete(office.clerk, done, "Đã trả lời");
        office.clock.advance(Duration.ofDays(20));

        Book book = office.books.get(office.clerk, DefaultBooks.GENERAL_INCOMING);
        List<List<String>> rows = registers.rows(office.clerk, book, RegisterForm.FOLLOW_UP, 2026);

        assertThat(RegisterForm.FOLLOW_UP.headings()).hasSize(7);
        assertThat(rows).extracting(row -> row.get(0)).containsExactly("1", "2", "3");
        assertThat(rows.get(0))
                .containsExactly(
                        "1",
                        "Công văn 1/UBND ngày 01/10/2026, UBND xã Thử: Một",
                        "Tổ Toán – Tin",
                        "15/10/2026",
                        "Đã giao (quá hạn)",
                        "",
                        "");
        assertThat(rows.get(1).get(4)).isEqualTo("Chờ ý kiến");
        assertThat(rows.get(2).get(4)).isEqualTo("Xong ngày 05/10/2026: Đã trả lời");
        assertThat(registers.rows(office.clerk, book, RegisterForm.INCOMING, 2026))
                .allSatisfy(row -> assertThat(row).hasSize(10));
        assertThat(registers
                        .paper(office.clerk, book.id(), Optional.of(RegisterForm.FOLLOW_UP), 2026)
                        .title())
                .isEqualTo("Sổ theo dõi giải quyết văn bản đến 2026");
        assertThatThrownBy(() -> registers.workbook(
                        office.clerk, DefaultBooks.GENERAL_OUTGOING, Optional.of(RegisterForm.FOLLOW_UP), 2026))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> registers.workbook(office.teacher, book.id(), Optional.empty(), 2026))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void anAnswerEndsTheHandlingAndStandsInTheRegister(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String asked = arrived(office, "1/UBND", "Một");
        String open = arrived(office, "2/UBND", "Hai");
        office.incoming.direct(office.principal, List.of(asked), to());
        assertThatThrownBy(() -> office.outgoing.draft(office.other, "", answer(office, office.other, open)))
                .isInstanceOf(Invalid.class);

        String id = issued(office, answer(office, office.clerk, asked));
        issued(office, answer(office, office.clerk, open));

        assertThat(office.incoming.get(office.clerk, asked).outcome()).isEqualTo("Trả lời bằng văn bản 01/THTN");
        // Nobody was asked to handle it yet: it waits for the opinion as before.
        assertThat(office.incoming.get(office.clerk, open).completedAt()).isEmpty();
        assertThat(office.duties.all())
                .filteredOn(duty -> duty.kind().equals("document.handle"))
                .extracting(duty -> duty.state().name())
                .doesNotContain("OPEN");
        assertThat(office.outgoing.get(office.clerk, id).answersId()).isEqualTo(asked);
        Book book = office.books.get(office.clerk, DefaultBooks.GENERAL_INCOMING);
        assertThat(registers(office).rows(office.clerk, book, RegisterForm.FOLLOW_UP, 2026))
                .extracting(row -> row.get(5))
                .containsExactly("01/THTN", "02/THTN");
    }

    @OnEachDatabase
    void theFollowUpRegisterIsAPageWithItsFiles(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String asked = arrived(office, "1/UBND", "Một");
        String open = arrived(office, "2/UBND", "Hai");
        office.incoming.direct(office.principal, List.of(asked), to());
        issued(office, answer(office, office.clerk, asked));

        // Asked for by its form alone, as the list of incoming documents does.
        View.Template page = (View.Template) shown(office, "/document/register", "form", "FOLLOW_UP");

        assertThat(page.template()).isEqualTo("follow-up");
        assertThat(page.model().get("title")).isEqualTo("Sổ theo dõi giải quyết văn bản đến");
        assertThat(page.model().get("receivers")).isEqualTo(Map.of(asked, "Tổ Toán – Tin", open, ""));
        assertThat(page.model().get("answers")).isEqualTo(Map.of(asked, List.of("01/THTN"), open, List.of()));
        assertThat((List<?>) page.model().get("registers"))
                .filteredOn(tab -> ((Map<?, ?>) tab).get("current").equals(true))
                .singleElement()
                .isEqualTo(Map.of(
                        "href",
                        "/document/register?book=BOOK-INCOMING&form=FOLLOW_UP",
                        "label",
                        "Sổ theo dõi giải quyết văn bản đến",
                        "current",
                        true));
        View.Table table = (View.Table) shown(office, "/document/register.csv", "form", "FOLLOW_UP");
        assertThat(table.header()).isEqualTo(RegisterForm.FOLLOW_UP.headings());
        assertThat(table.rows()).extracting(row -> row.get(5)).containsExactly("01/THTN", "");
        assertThat(((View.Download) shown(office, "/document/register.pdf", "form", "FOLLOW_UP")).fileName())
                .isEqualTo("so-theo-doi-van-ban-den-2026.pdf");
        assertThat(((View.Download) shown(office, "/document/register.xlsx", "form", "FOLLOW_UP")).fileName())
                .isEqualTo("so-theo-doi-van-ban-den-2026.xlsx");
    }

    @OnEachDatabase
    void eachRegisterIsATabAndArrivalsAreTwo(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String own =
                office.books.open(office.principal, "", new NewBook(Direction.INCOMING, "Sổ đơn thư", "", Set.of()));

        View.Template plain = (View.Template) shown(office, "/document/register", "year", "2025");
        View.Template misfit =
                (View.Template) shown(office, "/document/register", "book", "BOOK-OUTGOING", "form", "FOLLOW_UP");

        assertThat(plain.template()).isEqualTo("register");
        assertThat(misfit.template()).isEqualTo("register");
        assertThat(tabs(plain, "href"))
                .containsExactlyInAnyOrder(
                        "/document/register?book=BOOK-OUTGOING&form=OUTGOING&year=2025",
                        "/document/register?book=BOOK-INTERNAL&form=OUTGOING&year=2025",
                        "/document/register?book=BOOK-INCOMING&form=INCOMING&year=2025",
                        "/document/register?book=BOOK-INCOMING&form=FOLLOW_UP&year=2025",
                        "/document/register?book=" + own + "&form=INCOMING&year=2025",
                        "/document/register?book=" + own + "&form=FOLLOW_UP&year=2025");
        assertThat(tabs(plain, "label")).contains("Sổ đơn thư", "Sổ theo dõi giải quyết văn bản đến (Sổ đơn thư)");
    }

    private static List<Object> tabs(View.Template page, String part) {
        return ((List<?>) page.model().get("registers"))
                .stream().<Object>map(tab -> ((Map<?, ?>) tab).get(part)).toList();
    }

    private static View shown(OfficeFixture office, String path, String... asked) {
        DocumentUi ui = new DocumentUi(
                office.outgoing,
                office.incoming,
                office.books,
                registers(office),
                null,
                null,
                null,
                office.attachments,
                office.directory,
                new FakePrinter(),
                office.access,
                null,
                new KeyMessages(),
                office.clock);
        return ui.pages().stream()
                .filter(page -> page.path().equals(path))
                .findFirst()
                .orElseThrow()
                .show()
                .handle(Asked.of(office.clerk, asked));
    }

    @OnEachDatabase
    void internalDocumentsHaveARegisterAndACircleOfTheirOwn(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        NewOutgoing outside = office.entered(DocumentKind.NOTICE, "Ra ngoài", file(office, office.clerk));
        NewOutgoing inside = office.circulated(Assignee.unit("u-maths"));
        assertThatThrownBy(() -> office.outgoing.draft(office.clerk, "", office.circulated(Assignee.unit("u-nothing"))))
                .isInstanceOf(Invalid.class);
        String sent = issued(office, outside);
        String id = office.outgoing.draft(office.clerk, "", inside);
        assertThat(office.outgoing.get(office.clerk, id).recipients()).containsExactly("Tổ Toán – Tin", "Lưu: VT");
        assertThatThrownBy(() -> office.outgoing.get(office.other, id)).isInstanceOf(NotFound.class);
        office.issue(id);

        // Both are the first of their registers, and their symbols do not meet.
        assertThat(office.outgoing.get(office.clerk, sent).code()).isEqualTo("01/TB-THTN");
        assertThat(office.outgoing.get(office.other, id).code()).isEqualTo("01/TB-THTN-NB");
        assertThatThrownBy(() -> office.outgoing.get(office.other, sent)).isInstanceOf(NotFound.class);
        assertThat(office.outgoing
                        .list(office.other, OutgoingDocuments.Query.all(), PageRequest.first())
                        .items())
                .extracting(OutgoingDocument::id)
                .containsExactly(id);
        assertThat(office.notices.sentTo("p-other"))
                .extracting(NewNotice::title)
                .containsExactly("Văn bản nội bộ: Thông báo Giao ban");

        Book book = office.books.get(office.clerk, "BOOK-INTERNAL");
        assertThat(registers(office).rows(office.clerk, book, RegisterForm.OUTGOING, 2026))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("01/TB-THTN-NB", "Tổ Toán – Tin"));
        assertThatThrownBy(() -> office.books.open(
                        office.principal, "", new NewBook(Direction.INTERNAL, "Sổ khác", "", Set.of())))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void internalDocumentsReachTheUnitsBelowButNotASensitiveOne(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        office.directory
                .unit(new Unit("u-team", UnitType.SUBJECT_GROUP, "Nhóm Tin", Optional.of("u-maths"), Optional.empty()))
                .unit(new Unit("u-cell", UnitType.PARTY_CELL, "Chi bộ", Optional.of("u-maths"), Optional.empty()))
                .person("p-below", "Lý Thu Giang", Post.TEACHER)
                .member("p-below", "u-team")
                .person("p-cell", "Hồ Văn Khoa", Post.TEACHER)
                .member("p-cell", "u-cell");
        Caller below = TestCaller.person("p-below");
        Caller cell = TestCaller.person("p-cell");
        String id = office.outgoing.draft(office.clerk, "", office.circulated(Assignee.unit("u-maths")));
        office.issue(id);

        assertThat(office.outgoing.get(below, id).code()).isEqualTo("01/TB-THTN-NB");
        assertThat(office.notices.sentTo("p-below")).hasSize(1);
        assertThatThrownBy(() -> office.outgoing.get(cell, id)).isInstanceOf(NotFound.class);
        assertThat(office.notices.sentTo("p-cell")).isEmpty();
        assertThat(office.outgoing
                        .list(cell, OutgoingDocuments.Query.all(), PageRequest.first())
                        .items())
                .isEmpty();

        assertThatThrownBy(() -> office.outgoing.draft(office.clerk, "", office.circulated(Assignee.unit("u-cell"))))
                .isInstanceOf(Invalid.class);
    }

    private static NewOutgoing answer(OfficeFixture office, Caller author, String incomingId) {
        NewOutgoing plain = office.entered(DocumentKind.OFFICIAL_LETTER, "Trả lời", file(office, author));
        return new NewOutgoing(
                plain.kind(),
                plain.subject(),
                "",
                plain.urgency(),
                plain.recipients(),
                List.of(),
                incomingId,
                plain.approverId(),
                plain.signerId(),
                plain.capacity(),
                plain.fileId(),
                "");
    }

    private static String file(OfficeFixture office, Caller author) {
        return office.file(author, "van-ban.pdf", "x");
    }

    private static String issued(OfficeFixture office, NewOutgoing entered) {
        String id = office.outgoing.draft(office.clerk, "", entered);
        office.issue(id);
        return id;
    }

    @OnEachDatabase
    void stampsArrivalsInTheSizeOfTheDecree(TestDatabase db) throws Exception {
        OfficeFixture office = new OfficeFixture(db);
        String id = arrived(office, "1/UBND", "Một");
        office.incoming.direct(office.principal, List.of(id), to());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        registers(office).stamp(office.clerk, id).write(bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth() * 25.4 / 72).isCloseTo(50, within());
            assertThat(pdf.getPage(0).getMediaBox().getHeight() * 25.4 / 72).isCloseTo(35, within());
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Trường THCS Thử Nghiệm", "ĐẾN", "Số: 1", "Ngày: 05/10/2026", "Chuyển: Tổ Toán – Tin");
        }
        assertThatThrownBy(() -> registers(office).stamp(office.clerk, "z")).isInstanceOf(NotFound.class);
    }

    private static Offset<Double> within() {
        return Offset.offset(0.01);
    }

    private static Registers registers(OfficeFixture office) {
        return new Registers(office.books, office.outgoing, office.incoming, office.directory, office.clock);
    }

    private static Routing to() {
        return new Routing("Làm", Optional.of(Assignee.unit("u-maths")), List.of(), Optional.of(DUE));
    }

    private static String arrived(OfficeFixture office, String code, String subject) {
        return office.incoming.register(
                office.clerk,
                "",
                new NewIncoming(
                        "",
                        Optional.empty(),
                        "UBND xã Thử",
                        code,
                        Optional.of(LocalDate.of(2026, 10, 1)),
                        DocumentKind.OFFICIAL_LETTER,
                        subject,
                        Urgency.NORMAL,
                        false,
                        "",
                        false,
                        List.of()));
    }
}
