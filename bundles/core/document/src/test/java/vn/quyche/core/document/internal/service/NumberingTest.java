package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.Books.NewBook;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.document.internal.model.Notation;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class NumberingTest {

    private static final int CLERKS = 50;
    private static final int EACH = 8;

    @OnEachDatabase
    void fiftyClerksAtOnceLeaveNoGapAndNoDouble(TestDatabase db) throws Exception {
        OfficeFixture office = new OfficeFixture(db);
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < CLERKS * EACH; i++) {
            waiting.add(office.approved(DocumentKind.DECISION, "Quyết định " + i));
        }
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        try {
            List<Callable<Integer>> work = waiting.stream()
                    .<Callable<Integer>>map(id ->
                            () -> office.outgoing.assignNumber(office.clerk, id).number())
                    .toList();
            List<Integer> given = new ArrayList<>();
            for (Future<Integer> number : clerks.invokeAll(work)) {
                given.add(number.get());
            }
            assertThat(given)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, CLERKS * EACH).boxed().toList());
            assertThat(office.bookStore.given(DefaultBooks.GENERAL_OUTGOING, 2026))
                    .isEqualTo(IntStream.rangeClosed(1, CLERKS * EACH).boxed().toList());
        } finally {
            clerks.shutdownNow();
        }
    }

    @OnEachDatabase
    void aNumberWhoseDocumentFailsIsGivenToTheNextOne(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        office.numbered(DocumentKind.DECISION, "Một");
        String failing = office.approved(DocumentKind.DECISION, "Hai");

        // The power goes after the number was taken and before all was written.
        assertThatThrownBy(() -> office.unit.tx().run(() -> {
                    assertThat(office.outgoing
                                    .assignNumber(office.clerk, failing)
                                    .number())
                            .isEqualTo(2);
                    throw new IllegalStateException("power");
                }))
                .hasMessage("power");

        assertThat(office.outgoing.get(office.clerk, failing).number()).isZero();
        assertThat(office.numbered(DocumentKind.DECISION, "Ba").number()).isEqualTo(2);
        assertThat(office.outgoing.assignNumber(office.clerk, failing).number()).isEqualTo(3);
    }

    @OnEachDatabase
    void aNumberThatWasGivenUpIsNeverGivenAgain(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String id = office.numbered(DocumentKind.DECISION, "Một").id();
        office.outgoing.cancel(office.principal, id, "Không ban hành nữa");
        assertThat(office.numbered(DocumentKind.DECISION, "Hai").number()).isEqualTo(2);
        assertThat(office.outgoing.get(office.clerk, id).code()).isEqualTo("01/QĐ-THTN");
    }

    @OnEachDatabase
    void beginsAnewWithTheYear(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        assertThat(office.numbered(DocumentKind.PLAN, "Một").code()).isEqualTo("01/KH-THTN");
        assertThat(office.numbered(DocumentKind.OFFICIAL_LETTER, "Hai").code()).isEqualTo("02/THTN");
        office.clock.set(VietnamTime.startOf(LocalDate.of(2027, 1, 1)));
        assertThat(office.numbered(DocumentKind.PLAN, "Ba").code()).isEqualTo("01/KH-THTN");
    }

    @OnEachDatabase
    void theHeadGivesKindsASeriesOfTheirOwnWithoutMeetingOldNumbers(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        office.numbered(DocumentKind.DECISION, "Một");
        NewBook entered = new NewBook(
                Direction.OUTGOING,
                "Sổ quyết định",
                "Tủ hồ sơ mật, phòng văn thư",
                Set.of(DocumentKind.DECISION, DocumentKind.MINUTES));
        assertThatThrownBy(() -> office.books.open(office.clerk, "", entered)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.books.open(
                        office.principal,
                        "",
                        new NewBook(Direction.OUTGOING, "Sổ", "", Set.of(DocumentKind.OFFICIAL_LETTER))))
                .isInstanceOf(Invalid.class);
        String id = office.books.open(office.principal, "", entered);

        assertThat(office.books.get(office.clerk, id).kinds()).containsExactly(DocumentKind.MINUTES);
        assertThat(office.numbered(DocumentKind.MINUTES, "Biên bản").code()).isEqualTo("01/BB-THTN");
        assertThat(office.numbered(DocumentKind.DECISION, "Hai").code()).isEqualTo("02/QĐ-THTN");
        office.clock.set(VietnamTime.startOf(LocalDate.of(2027, 1, 4)));
        assertThat(office.books.get(office.clerk, id).kinds())
                .containsExactlyInAnyOrder(DocumentKind.DECISION, DocumentKind.MINUTES);
        assertThat(office.numbered(DocumentKind.DECISION, "Ba").bookId()).isEqualTo(id);
        Book changed = office.books.get(office.principal, id);
        assertThatThrownBy(() -> office.books.change(office.principal, id, changed.version() - 1, entered))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void goesOnAfterThePaperRegisterOnlyBeforeTheFirstNumber(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        office.books.beginAfter(office.principal, DefaultBooks.GENERAL_OUTGOING, 245, "Sổ giấy đến hết tháng 9");
        assertThat(office.numbered(DocumentKind.NOTICE, "Một").code()).isEqualTo("246/TB-THTN");
        assertThatThrownBy(() -> office.books.beginAfter(office.principal, DefaultBooks.GENERAL_OUTGOING, 10, "Nhầm"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("document.series-begun");
    }

    @Test
    void lettersHaveNoCodeOfTheirKind() {
        assertThat(Notation.code(7, DocumentKind.OFFICIAL_LETTER, "THTN", "VP", false))
                .isEqualTo("07/THTN-VP");
        assertThat(Notation.code(124, DocumentKind.SUBMISSION, "THTN", "", false))
                .isEqualTo("124/TTr-THTN");
        assertThat(Notation.code(2, DocumentKind.NOTICE, "THTN", "", true)).isEqualTo("02/TB-THTN-NB");
    }
}
