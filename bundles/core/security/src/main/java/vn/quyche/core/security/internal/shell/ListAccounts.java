package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Accounts.Filter;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists accounts. */
@Service
@Command(scope = "security", name = "account-list", description = "Danh sách tài khoản")
public final class ListAccounts extends QuycheListCommand {

    @Argument(index = 0, name = "text", description = "Một phần tên đăng nhập hoặc họ tên")
    private String text;

    @Option(name = "--role", description = "Chỉ tài khoản giữ vai trò này")
    @Completion(RoleCompleter.class)
    private String role;

    @Reference
    private Accounts accounts;

    @Override
    protected void run() {
        Filter filter = new Filter(Optional.ofNullable(text), Optional.empty(), Optional.ofNullable(role));
        show(
                accounts.list(caller(), filter, page()),
                List.of(
                        Column.of("Tên đăng nhập", Account::userName),
                        Column.of("Họ tên", Account::name),
                        Column.of("Trạng thái", account -> text("security.account-state." + account.state())),
                        Column.of("Vai trò", account -> String.join(" ", account.roles())),
                        Column.of("Đăng nhập lần cuối", Account::lastSignIn)));
    }
}
