package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.members.GroupDelegations;

/** Ends what was handed on. */
@Service
@Command(scope = "group", name = "hand-end", description = "Kết thúc việc đã giao")
public final class HandEndCommand extends QuycheCommand {

    @Argument(index = 0, name = "id", description = "Mã việc đã giao", required = true)
    private String id;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private GroupDelegations delegations;

    @Override
    protected void run() {
        showOne(delegations.end(caller(), id, reason), HandedColumns.of(this::text));
    }
}
