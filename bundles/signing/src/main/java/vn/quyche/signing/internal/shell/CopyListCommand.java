package vn.quyche.signing.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;

/** Lists copies and attachments; one of them is written to a file. */
@Service
@Command(scope = "signing", name = "copies", description = "Bản sao và văn bản kèm theo đã ký; --out ghi một tệp ra")
public final class CopyListCommand extends QuycheListCommand {

    @Option(name = "--kind", description = "CERTIFIED, EXTRACT, RECERTIFIED hoặc ATTACHMENT")
    private CopyKind kind;

    @Option(name = "--id", description = "Mã bản sao, cùng với --out")
    private String id;

    @Option(name = "--out", description = "Tệp để ghi")
    private String out;

    @Reference
    private SignedCopies copies;

    @Override
    protected void run() {
        if (id != null && out != null) {
            byte[] file = copies.file(caller(), id);
            writeFile(out, to -> to.write(file));
            return;
        }
        show(
                copies.list(caller(), new SignedCopies.Query(Optional.ofNullable(kind)), page()),
                List.of(
                        Column.of("id", SignedCopy::id),
                        Column.of(text("signing.code"), SignedCopy::code),
                        Column.of(text("signing.copy.kind"), one -> text("signing.copy.kind." + one.kind())),
                        Column.of(text("signing.copy.source"), SignedCopy::source),
                        Column.of(text("signing.signed-at"), one -> VietnamTime.moment(one.madeAt())),
                        Column.of(text("signing.file"), SignedCopy::fileName)));
    }
}
