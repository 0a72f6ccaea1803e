package vn.quyche.core.security.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Roles.Grant;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists the grants of an account. */
@Service
@Command(scope = "security", name = "role-grants", description = "Vai trò của một tài khoản")
public final class ListGrants extends QuycheCommand {

    @Argument(index = 0, name = "userName", description = "Tên đăng nhập", required = true)
    @Completion(AccountCompleter.class)
    private String userName;

    @Reference
    private Accounts accounts;

    @Reference
    private Roles roles;

    @Override
    protected void run() {
        show(
                roles.grantsOf(
                        caller(), Named.account(accounts, caller(), userName).id()),
                List.of(
                        Column.of("Mã", Grant::id),
                        Column.of("Vai trò", Grant::role),
                        Column.of("Phạm vi", Grant::reach),
                        Column.of("Đơn vị", Grant::unitId),
                        Column.of("Từ ngày", Grant::validFrom),
                        Column.of("Đến ngày", Grant::validTo),
                        Column.of("Người trao", Grant::grantedBy)));
    }
}
