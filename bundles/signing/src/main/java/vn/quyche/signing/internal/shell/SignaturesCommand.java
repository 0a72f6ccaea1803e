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
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.ProofLevel;
import vn.quyche.signing.api.SigningPort;

/** Lists the signatures that were made. */
@Service
@Command(scope = "signing", name = "signatures", description = "Chữ ký số đã tạo")
public final class SignaturesCommand extends QuycheListCommand {

    @Option(name = "--stamp", description = "NONE, WAITING hoặc STAMPED")
    private MadeSignature.Stamp stamp;

    @Option(name = "--level", description = "B, T, LT hoặc LTA")
    private ProofLevel level;

    @Reference
    private SigningPort port;

    @Override
    protected void run() {
        show(
                port.list(
                        caller(),
                        new SigningPort.Query(Optional.empty(), Optional.ofNullable(stamp), Optional.ofNullable(level)),
                        page()),
                List.of(
                        Column.of(text("signing.signed-at"), one -> VietnamTime.moment(one.signedAt())),
                        Column.of(text("signing.signer"), MadeSignature::signer),
                        Column.of(text("token.serial"), MadeSignature::serial),
                        Column.of(text("signing.file"), MadeSignature::fileName),
                        Column.of(text("signing.stamp"), one -> text("signing.stamp." + one.stamp())),
                        Column.of(text("signing.proofs"), one -> one.proofs().name())));
    }
}
