package vn.quyche.core.document.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.security.shell.Column;

/** What the shell shows of a register. */
final class BookColumns {

    private BookColumns() {}

    /** @param text gives the word of a key */
    static List<Column<Book>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of(text.apply("core.name"), Book::name),
                Column.of(
                        text.apply("document.direction"), book -> text.apply("document.direction." + book.direction())),
                Column.of(
                        text.apply("document.book.kinds"),
                        book -> book.kinds().stream()
                                .sorted()
                                .map(DocumentKind::title)
                                .collect(Collectors.joining(", "))),
                Column.of(text.apply("document.book.last-number"), Book::lastNumber),
                Column.of("id", Book::id));
    }
}
