package vn.quyche.signing.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;

/** Lists cases. */
@Service
@Command(scope = "signing", name = "token-cases", description = "Sự cố, yêu cầu hỗ trợ USB ký số")
public final class TokenCasesCommand extends QuycheListCommand {

    @Option(name = "--kind", description = "LOSS, SUSPICION hoặc SUPPORT")
    private TokenCase.Kind kind;

    @Option(name = "--open", description = "Chưa xong")
    private boolean open;

    @Reference
    private TokenCases cases;

    @Override
    protected void run() {
        TokenCases.Query query = new TokenCases.Query(Optional.empty(), Optional.ofNullable(kind), open);
        show(cases.list(caller(), query, page()), TokenColumns.cases(this::text));
    }
}
