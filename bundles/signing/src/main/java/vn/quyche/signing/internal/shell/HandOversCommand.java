package vn.quyche.signing.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.TokenCustody;

/** Lists hand-overs. */
@Service
@Command(scope = "signing", name = "hand-overs", description = "Bàn giao USB ký số")
public final class HandOversCommand extends QuycheListCommand {

    @Option(name = "--waiting", description = "Đang chờ tôi xác nhận")
    private boolean waiting;

    @Option(name = "--state", description = "PENDING, DONE hoặc CANCELLED")
    private HandOver.State state;

    @Reference
    private TokenCustody custody;

    @Override
    protected void run() {
        TokenCustody.Query query = new TokenCustody.Query(Optional.empty(), Optional.ofNullable(state), waiting);
        show(custody.list(caller(), query, page()), TokenColumns.handOvers(this::text));
    }
}
