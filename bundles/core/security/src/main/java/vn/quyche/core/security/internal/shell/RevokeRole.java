package vn.quyche.core.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.security.shell.QuycheCommand;

/** Ends a grant. */
@Service
@Command(scope = "security", name = "role-revoke", description = "Thu hồi vai trò đã trao")
public final class RevokeRole extends QuycheCommand {

    @Argument(index = 0, name = "grant", description = "Mã của lần trao (security:role-grants)", required = true)
    private String grant;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private Roles roles;

    @Override
    protected void run() {
        roles.revoke(caller(), grant, reason);
    }
}
