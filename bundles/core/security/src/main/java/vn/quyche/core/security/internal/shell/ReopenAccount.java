package vn.quyche.core.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.security.shell.QuycheCommand;

/** Opens an account again. */
@Service
@Command(scope = "security", name = "account-reopen", description = "Mở lại tài khoản")
public final class ReopenAccount extends QuycheCommand {

    @Argument(index = 0, name = "userName", description = "Tên đăng nhập", required = true)
    @Completion(AccountCompleter.class)
    private String userName;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private Accounts accounts;

    @Override
    protected void run() {
        accounts.reopen(caller(), Named.account(accounts, caller(), userName).id(), reason);
    }
}
