package vn.quyche.core.document.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSearch;
import vn.quyche.core.api.document.DocumentSearch.Hit;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Finds documents by their words and by those of their files. */
@Service
@Command(scope = "document", name = "search", description = "Tìm văn bản đi và đến theo từ, cả trong tệp")
public final class SearchCommand extends QuycheListCommand {

    @Argument(
            index = 0,
            name = "words",
            description = "Các từ, có dấu hoặc không dấu",
            required = true,
            multiValued = true)
    private List<String> words;

    @Option(name = "--direction", description = "OUTGOING hoặc INCOMING")
    private Direction direction;

    @Option(name = "--kind", description = "Ký hiệu tên loại, ví dụ QĐ")
    private String kind;

    @Option(name = "--year", description = "Năm")
    private Integer year;

    @Reference
    private DocumentSearch search;

    @Override
    protected void run() {
        Optional<DocumentKind> wanted = Optional.ofNullable(kind)
                .map(code ->
                        DocumentKind.of(code).orElseThrow(() -> new Invalid("kind", "document.unknown-kind", code)));
        show(
                search.search(
                        caller(),
                        new DocumentSearch.Query(
                                String.join(" ", words),
                                Optional.ofNullable(direction),
                                wanted,
                                Optional.ofNullable(year)),
                        page()),
                List.of(
                        Column.of(text("document.direction"), hit -> text("document.direction." + hit.direction())),
                        Column.of(text("document.code"), Hit::code),
                        Column.of(text("document.subject"), Hit::subject),
                        Column.of(text("document.found-other"), Hit::other),
                        Column.of(
                                text("document.day"),
                                hit -> hit.day().map(VietnamTime::day).orElse("")),
                        Column.of("id", Hit::id)));
    }
}
