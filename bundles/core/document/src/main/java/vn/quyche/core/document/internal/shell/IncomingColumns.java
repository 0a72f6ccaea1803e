package vn.quyche.core.document.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.security.shell.Column;

/** What the shell shows of an incoming document. */
final class IncomingColumns {

    private IncomingColumns() {}

    /** @param text gives the word of a key */
    static List<Column<IncomingDocument>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of(text.apply("document.arrival-number"), IncomingDocument::number),
                Column.of(text.apply("document.arrived-on"), IncomingDocument::arrivedOn),
                Column.of(text.apply("document.sender"), IncomingDocument::sender),
                Column.of(text.apply("document.code"), IncomingDocument::code),
                Column.of(text.apply("document.subject"), IncomingDocument::subject),
                Column.of(
                        text.apply("core.state"),
                        document -> text.apply("document.incoming-state." + document.state())),
                Column.of(text.apply("document.due-on"), IncomingDocument::dueOn),
                Column.of("id", IncomingDocument::id));
    }
}
