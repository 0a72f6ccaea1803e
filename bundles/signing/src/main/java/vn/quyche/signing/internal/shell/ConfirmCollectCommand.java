package vn.quyche.signing.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.RemoteConfirmations;
import vn.quyche.signing.api.RemoteConfirmations.Confirmation;

/** Asks the remote service once what came of a signature that was sent to its app, and makes it when it was confirmed. */
@Service
@Command(scope = "signing", name = "confirm-collect", description = "Nhận kết quả xác nhận ký trong ứng dụng")
public final class ConfirmCollectCommand extends QuycheCommand {

    @Argument(index = 0, name = "preparation", description = "Mã của lần chuẩn bị ký", required = true)
    private String preparation;

    @Reference
    private RemoteConfirmations confirmations;

    @Override
    protected void run() {
        showOne(confirmations.collect(caller(), preparation), columns(this::text));
    }

    /** What is shown of a signature that waits for an app, or of what became of it. */
    static List<Column<Confirmation>> columns(UnaryOperator<String> text) {
        return List.of(
                Column.of("ID", one -> one.preparation().id()),
                Column.of(text.apply("signing.code"), one -> one.preparation().title()),
                Column.of(
                        text.apply("signing.part"),
                        one -> one.preparation().part() + "/"
                                + one.preparation().parts()),
                Column.of(
                        text.apply("core.state"),
                        one -> text.apply(
                                "signing.preparation." + one.preparation().state())),
                Column.of(text.apply("core.reason"), one -> one.preparation().code()),
                Column.of(
                        text.apply("signing.signature"),
                        one -> one.preparation().signatureId()),
                Column.of(
                        text.apply("signing.expires-at"),
                        one -> one.until().map(VietnamTime::moment).orElse("")));
    }
}
