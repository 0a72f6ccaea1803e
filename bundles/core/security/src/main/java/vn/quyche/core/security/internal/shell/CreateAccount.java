package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Accounts.Created;
import vn.quyche.core.api.security.Accounts.NewAccount;
import vn.quyche.core.security.shell.QuycheCommand;

/** Makes an account. */
@Service
@Command(scope = "security", name = "account-create", description = "Lập tài khoản")
public final class CreateAccount extends QuycheCommand {

    @Argument(index = 0, name = "userName", description = "Tên đăng nhập", required = true)
    private String userName;

    @Argument(index = 1, name = "name", description = "Họ tên", required = true)
    private String name;

    @Option(name = "--person", description = "Mã người trong danh bạ")
    private String person;

    @Option(name = "--role", description = "Vai trò trao cho toàn trường", multiValued = true)
    @Completion(RoleCompleter.class)
    private List<String> grantedRoles;

    @Reference
    private Accounts accounts;

    @Override
    protected void run() {
        Set<String> roles = grantedRoles == null ? Set.of() : Set.copyOf(grantedRoles);
        Created created =
                accounts.create(caller(), "", new NewAccount(userName, name, Optional.ofNullable(person), roles));
        InitialPassword.show(created, this::showOne);
    }
}
