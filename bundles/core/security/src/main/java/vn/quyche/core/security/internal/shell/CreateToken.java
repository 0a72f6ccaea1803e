package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.security.Tokens.NewToken;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Makes an API token. */
@Service
@Command(scope = "security", name = "token-create", description = "Lập mã truy cập cho một tài khoản")
public final class CreateToken extends QuycheCommand {

    @Argument(index = 0, name = "userName", description = "Tên đăng nhập", required = true)
    @Completion(AccountCompleter.class)
    private String userName;

    @Argument(index = 1, name = "name", description = "Dùng cho việc gì", required = true)
    private String name;

    @Argument(index = 2, name = "expiresOn", description = "Ngày cuối, ví dụ 2027-06-30", required = true)
    private String expiresOn;

    @Argument(index = 3, name = "permissions", description = "Các quyền", required = true, multiValued = true)
    private List<String> permissions;

    @Reference
    private Accounts accounts;

    @Reference
    private Tokens tokens;

    @Override
    protected void run() {
        NewToken token = new NewToken(
                Optional.of(Named.account(accounts, caller(), userName).id()),
                name,
                Set.copyOf(permissions),
                Named.day("expiresOn", expiresOn));
        showOne(
                tokens.create(caller(), "", token),
                List.of(
                        Column.of("Mã", created -> created.token().id()),
                        Column.of("Mã truy cập (chỉ hiện một lần)", Tokens.Created::secret)));
    }
}
