package vn.quyche.core.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.security.shell.QuycheCommand;

/** Ends a delegation. */
@Service
@Command(scope = "security", name = "delegation-end", description = "Chấm dứt một ủy quyền")
public final class EndDelegation extends QuycheCommand {

    @Argument(index = 0, name = "delegation", description = "Mã ủy quyền", required = true)
    private String delegation;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private Delegations delegations;

    @Override
    protected void run() {
        delegations.end(caller(), delegation, reason);
    }
}
