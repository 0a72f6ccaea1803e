package vn.quyche.signing.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.Tokens;

/** Reports a loss or suspicion; the token is barred at once. */
@Service
@Command(scope = "signing", name = "token-report-loss", description = "Báo mất, nghi lộ USB ký số: khóa ngay")
public final class TokenReportLossCommand extends QuycheCommand {

    @Argument(index = 0, name = "token", description = "Số thiết bị hoặc mã", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Argument(index = 1, name = "reason", description = "Chuyện gì đã xảy ra", required = true)
    private String reason;

    @Option(name = "--suspected", description = "Nghi bị lộ, chưa mất")
    private boolean suspected;

    @Reference
    private Tokens tokens;

    @Reference
    private TokenCases cases;

    @Override
    protected void run() {
        SigningToken found = TokenArgument.find(tokens, caller(), token);
        TokenCase.Kind kind = suspected ? TokenCase.Kind.SUSPICION : TokenCase.Kind.LOSS;
        String id = cases.report(caller(), new TokenCases.NewCase(found.id(), kind, Optional.empty(), reason), "");
        showOne(cases.get(caller(), id), TokenColumns.cases(this::text));
    }
}
