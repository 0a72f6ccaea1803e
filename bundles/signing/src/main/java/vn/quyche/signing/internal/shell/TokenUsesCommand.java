package vn.quyche.signing.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.api.token.Tokens;

/** Lists the register of uses. */
@Service
@Command(scope = "signing", name = "token-uses", description = "Sổ sử dụng USB ký số")
public final class TokenUsesCommand extends QuycheListCommand {

    @Option(name = "--token", description = "Số thiết bị hoặc mã")
    @Completion(TokenCompleter.class)
    private String token;

    @Option(name = "--outcome", description = "GRANTED, SIGNED, FAILED hoặc REFUSED")
    private TokenUse.Outcome outcome;

    @Reference
    private Tokens tokens;

    @Override
    protected void run() {
        Optional<String> id = Optional.ofNullable(token)
                .map(serial -> TokenArgument.find(tokens, caller(), serial).id());
        show(tokens.uses(caller(), id, Optional.ofNullable(outcome), page()), TokenColumns.uses(this::text));
    }
}
