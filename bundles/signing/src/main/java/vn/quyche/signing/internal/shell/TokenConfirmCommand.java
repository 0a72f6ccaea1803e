package vn.quyche.signing.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.Tokens;

/** Says that a token is still in the caller's hands. */
@Service
@Command(scope = "signing", name = "token-confirm", description = "USB ký số vẫn trong tay tôi")
public final class TokenConfirmCommand extends QuycheCommand {

    @Argument(index = 0, name = "token", description = "Số thiết bị hoặc mã", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Reference
    private Tokens tokens;

    @Override
    protected void run() {
        SigningToken found = TokenArgument.find(tokens, caller(), token);
        showOne(tokens.confirm(caller(), found.id()), TokenColumns.tokens(this::text));
    }
}
