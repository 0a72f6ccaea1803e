package vn.quyche.core.document.internal.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.QuycheCommand;

/** Records that a document was signed with pen and seal. */
@Service
@Command(scope = "document", name = "outgoing-sign", description = "Ghi nhận văn bản đã ký tay, đóng dấu")
public final class OutgoingSignCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "id của văn bản", required = true)
    @Completion(OutgoingCompleter.class)
    private String id;

    @Argument(index = 1, name = "scan", description = "id của bản chụp đã đưa lên qua REST", required = true)
    private String scan;

    @Option(name = "--on", description = "Ngày ký, ví dụ 2026-10-05; bỏ trống: hôm nay")
    private String on;

    @Reference
    private OutgoingDocuments outgoing;

    @Override
    protected void run() {
        showOne(outgoing.signedByHand(caller(), id, scan, day()), OutgoingColumns.of(this::text));
    }

    private LocalDate day() {
        try {
            return on == null ? null : LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw new Invalid("on", "core.bad-date");
        }
    }
}
