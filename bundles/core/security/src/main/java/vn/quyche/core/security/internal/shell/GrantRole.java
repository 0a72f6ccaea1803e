package vn.quyche.core.security.internal.shell;

import java.time.Clock;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Roles.NewGrant;
import vn.quyche.core.api.security.Roles.Reach;
import vn.quyche.core.security.shell.QuycheCommand;

/** Grants a role. */
@Service
@Command(scope = "security", name = "role-grant", description = "Trao vai trò")
public final class GrantRole extends QuycheCommand {

    @Argument(index = 0, name = "userName", description = "Tên đăng nhập", required = true)
    @Completion(AccountCompleter.class)
    private String userName;

    @Argument(index = 1, name = "role", description = "Vai trò", required = true)
    @Completion(RoleCompleter.class)
    private String role;

    @Option(name = "--unit", description = "Chỉ trong đơn vị này")
    private String unit;

    @Option(name = "--own", description = "Chỉ những gì của bản thân")
    private boolean own;

    @Option(name = "--from", description = "Ngày đầu, ví dụ 2026-09-05")
    private String from;

    @Option(name = "--to", description = "Ngày cuối")
    private String to;

    @Option(name = "--reason", description = "Lý do")
    private String reason;

    @Reference
    private Accounts accounts;

    @Reference
    private Roles roles;

    @Reference
    private Clock clock;

    @Override
    protected void run() {
        Reach reach = own ? Reach.OWN : unit == null ? Reach.SCHOOL : Reach.UNIT;
        NewGrant grant = new NewGrant(
                Named.account(accounts, caller(), userName).id(),
                role,
                reach,
                Optional.ofNullable(unit),
                from == null ? VietnamTime.today(clock) : Named.day("from", from),
                Optional.ofNullable(to).map(day -> Named.day("to", day)),
                reason);
        say(roles.grant(caller(), grant).id());
    }
}
