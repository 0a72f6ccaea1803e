package vn.quyche.core.api.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;

class SortedRowsTest {

    private record Loan(String person, String book, LocalDate due, long days) {}

    private static final SortedRows<Loan> LIST = SortedRows.of("some.loans", "person", Loan::person, Loan::book)
            .byId("person")
            .by("book", Loan::book)
            .by("due", LocalDate.class, Loan::due)
            .by("days", Long.class, Loan::days);

    private static final Loan A1 = new Loan("a", "1", LocalDate.of(2026, 9, 7), 10);
    private static final Loan A2 = new Loan("a", "2", LocalDate.of(2026, 9, 5), 9);
    private static final Loan B1 = new Loan("b", "1", LocalDate.of(2026, 9, 7), 10);
    private static final Loan C2 = new Loan("c", "2", LocalDate.of(2026, 10, 1), 100);

    @Test
    void comesByEachColumnBothWaysPageByPageEachOnce() {
        assertThat(pages("")).containsExactly(A1, A2, B1, C2);
        assertThat(pages("-person")).containsExactly(C2, B1, A2, A1);
        assertThat(pages("book")).containsExactly(A1, B1, A2, C2);
        assertThat(pages("-book")).containsExactly(C2, A2, B1, A1);
        assertThat(pages("due")).containsExactly(A2, A1, B1, C2);
        assertThat(pages("-due")).containsExactly(C2, B1, A1, A2);
        assertThat(pages("days")).as("as numbers, not as texts").containsExactly(A2, A1, B1, C2);
    }

    @Test
    void goesOnWhereARowIsGone() {
        String after = LIST.query(PageRequest.first(2))
                .page(List.of(A1, A2, B1).stream())
                .next()
                .orElseThrow();

        assertThat(LIST.query(new PageRequest(2, Optional.of(after)))
                        .page(List.of(A1, B1, C2).stream())
                        .items())
                .containsExactly(B1, C2);
    }

    /** Also when there are no rows: the page is refused before they are read. */
    @ParameterizedTest
    @ValueSource(strings = {"some.loans.-due", "some.loans.person", "other.loans.due", "some.loans"})
    void refusesTheCursorOfAnotherOrder(String list) {
        String after = Cursor.of(list, LocalDate.of(2026, 9, 7), "a", "1");

        assertThatThrownBy(() -> LIST.query(new PageRequest(2, Optional.of(after), Optional.of("due"))))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("core.bad-cursor"));
    }

    @Test
    void refusesAKeyThatIsNoDayAndAColumnThatItDoesNotKnow() {
        PageRequest noDay =
                new PageRequest(2, Optional.of(Cursor.of("some.loans.due", "x", "a", "1")), Optional.of("due"));

        assertThatThrownBy(() -> LIST.query(noDay))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("core.bad-cursor"));
        assertThatThrownBy(() -> LIST.query(PageRequest.first().sorted("size")))
                .isInstanceOfSatisfying(Invalid.class, e -> {
                    assertThat(e.code()).isEqualTo("core.bad-sort");
                    assertThat(e.args()).containsExactly("person, book, due, days");
                });
    }

    private static List<Loan> pages(String sort) {
        List<Loan> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Loan> page =
                    LIST.query(new PageRequest(1, after, Optional.of(sort))).page(List.of(C2, B1, A2, A1).stream());
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }
}
