package vn.quyche.signing.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.Tokens;

/** Lists the register. */
@Service
@Command(scope = "signing", name = "token-list", description = "Sổ USB ký số")
public final class TokenListCommand extends QuycheListCommand {

    @Option(
            name = "--state",
            description = "KEPT, IN_USE, HANDING_OVER, LOST, SUSPECTED, BLOCKED, EXPIRED, REVOKED hoặc DESTROYED")
    private TokenState state;

    @Option(name = "--kind", description = "ORGANIZATION hoặc PERSONAL")
    private SignatureKind kind;

    @Option(name = "--find", description = "Một phần số thiết bị, nhà cung cấp, tên")
    private String find;

    @Option(name = "--mine", description = "USB của tôi")
    private boolean mine;

    @Reference
    private Tokens tokens;

    @Override
    protected void run() {
        Tokens.Query query = new Tokens.Query(
                Optional.ofNullable(find), Optional.ofNullable(state), Optional.ofNullable(kind), mine);
        show(tokens.list(caller(), query, page()), TokenColumns.tokens(this::text));
    }
}
