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
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;

/** Lists signatures that wait for their value. */
@Service
@Command(scope = "signing", name = "preparations", description = "Chữ ký chờ giá trị từ khóa ở ngoài máy chủ")
public final class PreparationsCommand extends QuycheListCommand {

    @Option(name = "--state", description = "OPEN, SIGNED, REFUSED, CANCELLED hoặc EXPIRED")
    private PreparedSignature.State state;

    @Reference
    private OutsideSigning outside;

    @Override
    protected void run() {
        show(
                outside.list(caller(), Optional.ofNullable(state), page()),
                List.of(
                        Column.of("ID", PreparedSignature::id),
                        Column.of(text("signing.prepared-at"), one -> VietnamTime.moment(one.signedAt())),
                        Column.of(text("signing.by"), PreparedSignature::personName),
                        Column.of(text("token.serial"), PreparedSignature::serial),
                        Column.of(text("signing.code"), PreparedSignature::title),
                        Column.of(text("core.state"), one -> text("signing.preparation." + one.state()))));
    }
}
