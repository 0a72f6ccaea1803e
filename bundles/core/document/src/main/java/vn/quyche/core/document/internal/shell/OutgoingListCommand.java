package vn.quyche.core.document.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists outgoing documents, newest first. */
@Service
@Command(scope = "document", name = "outgoing-list", description = "Văn bản đi, mới nhất trước")
public final class OutgoingListCommand extends QuycheListCommand {

    @Option(name = "--text", description = "Một phần của số, ký hiệu hoặc trích yếu")
    private String text;

    @Option(name = "--state", description = "DRAFT, SUBMITTED, RETURNED, APPROVED, NUMBERED, SIGNED, ISSUED …")
    private OutgoingState state;

    @Option(name = "--kind", description = "Ký hiệu tên loại, ví dụ QĐ")
    private String kind;

    @Option(name = "--year", description = "Năm của số")
    private Integer year;

    @Reference
    private OutgoingDocuments outgoing;

    @Override
    protected void run() {
        Optional<DocumentKind> wanted = Optional.ofNullable(kind)
                .map(code ->
                        DocumentKind.of(code).orElseThrow(() -> new Invalid("kind", "document.unknown-kind", code)));
        show(
                outgoing.list(
                        caller(),
                        new OutgoingDocuments.Query(
                                Optional.ofNullable(text),
                                Optional.ofNullable(state),
                                wanted,
                                Optional.ofNullable(year)),
                        page()),
                OutgoingColumns.of(this::text));
    }
}
