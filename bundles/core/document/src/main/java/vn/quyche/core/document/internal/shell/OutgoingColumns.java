package vn.quyche.core.document.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.security.shell.Column;

/** What the shell shows of an outgoing document. */
final class OutgoingColumns {

    private OutgoingColumns() {}

    /** @param text gives the word of a key */
    static List<Column<OutgoingDocument>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of(text.apply("document.code"), OutgoingDocument::code),
                Column.of(
                        text.apply("document.kind"), document -> document.kind().title()),
                Column.of(text.apply("document.subject"), OutgoingDocument::subject),
                Column.of(text.apply("core.state"), document -> text.apply("document.state." + document.state())),
                Column.of(text.apply("document.author"), OutgoingDocument::authorName),
                Column.of("SHA-256", OutgoingDocument::sha256),
                Column.of("id", OutgoingDocument::id));
    }
}
