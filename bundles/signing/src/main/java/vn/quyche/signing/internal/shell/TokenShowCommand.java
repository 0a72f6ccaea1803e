package vn.quyche.signing.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.Tokens;

/** Shows a token and what it may sign. */
@Service
@Command(scope = "signing", name = "token-show", description = "Một USB ký số và phạm vi ký")
public final class TokenShowCommand extends QuycheCommand {

    @Argument(index = 0, name = "token", description = "Số thiết bị hoặc mã", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Reference
    private Tokens tokens;

    @Override
    protected void run() {
        SigningToken found = TokenArgument.find(tokens, caller(), token);
        showOne(found, TokenColumns.tokens(this::text));
        show(tokens.scopes(caller(), found.id()), TokenColumns.scopes(this::text));
    }
}
