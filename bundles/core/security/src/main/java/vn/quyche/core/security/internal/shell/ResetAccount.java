package vn.quyche.core.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.security.shell.QuycheCommand;

/** Sets a new initial password. */
@Service
@Command(scope = "security", name = "account-reset", description = "Cấp lại mật khẩu ban đầu")
public final class ResetAccount extends QuycheCommand {

    @Argument(index = 0, name = "userName", description = "Tên đăng nhập", required = true)
    @Completion(AccountCompleter.class)
    private String userName;

    @Reference
    private Accounts accounts;

    @Override
    protected void run() {
        InitialPassword.show(
                accounts.resetPassword(
                        caller(), Named.account(accounts, caller(), userName).id()),
                this::showOne);
    }
}
