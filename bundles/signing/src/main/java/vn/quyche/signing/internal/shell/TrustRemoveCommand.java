package vn.quyche.signing.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.TrustRegister;

/** Removes an authority. */
@Service
@Command(scope = "signing", name = "trust-remove", description = "Thôi tin cậy một tổ chức chứng thực")
public final class TrustRemoveCommand extends QuycheCommand {

    @Argument(name = "id", description = "Mã trong danh sách", required = true)
    @Completion(TrustCompleter.class)
    private String id;

    @Option(name = "--reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private TrustRegister trust;

    @Override
    protected void run() {
        trust.remove(caller(), id, reason);
    }
}
