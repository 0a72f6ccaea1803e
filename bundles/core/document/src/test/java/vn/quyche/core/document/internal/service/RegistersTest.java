package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.document.internal.model.RegisterForm;
import vn.quyche.testkit.OnEachDatabase;
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
