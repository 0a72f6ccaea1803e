package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.security.Tokens.Token;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists API tokens. */
@Service
@Command(scope = "security", name = "token-list", description = "Danh sách mã truy cập")
public final class ListTokens extends QuycheListCommand {

    @Argument(index = 0, name = "userName", description = "Tên đăng nhập")
    @Completion(AccountCompleter.class)
    private String userName;

    @Reference
    private Accounts accounts;

    @Reference
    private Tokens tokens;

    @Override
    protected void run() {
        Optional<String> account = Optional.ofNullable(userName)
                .map(name -> Named.account(accounts, caller(), name).id());
        show(
                tokens.list(caller(), account, page()),
                List.of(
                        Column.of("Mã", Token::id),
                        Column.of("Tài khoản", Token::accountName),
                        Column.of("Dùng cho", Token::name),
                        Column.of("Quyền", token -> String.join(" ", token.permissions())),
                        Column.of("Hết hạn", Token::expiresOn),
                        Column.of("Dùng lần cuối", Token::lastUsedAt),
                        Column.of("Thu hồi lúc", Token::revokedAt)));
    }
}
