package vn.quyche.signing.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.Tokens;

/** Asks the provider for support. */
@Service
@Command(scope = "signing", name = "token-support", description = "Yêu cầu nhà cung cấp hỗ trợ USB ký số")
public final class TokenSupportCommand extends QuycheCommand {

    @Argument(index = 0, name = "token", description = "Số thiết bị hoặc mã", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Argument(index = 1, name = "text", description = "Cần hỗ trợ gì", required = true)
    private String said;

    @Reference
    private Tokens tokens;

    @Reference
    private TokenCases cases;

    @Override
    protected void run() {
        SigningToken found = TokenArgument.find(tokens, caller(), token);
        String id = cases.report(
                caller(), new TokenCases.NewCase(found.id(), TokenCase.Kind.SUPPORT, Optional.empty(), said), "");
        showOne(cases.get(caller(), id), TokenColumns.cases(this::text));
    }
}
