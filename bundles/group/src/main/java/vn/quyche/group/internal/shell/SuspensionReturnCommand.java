package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.members.PostingRights;

/** Gives somebody the right to post back before its last day. */
@Service
@Command(scope = "group", name = "suspension-return", description = "Trả lại quyền đăng trước hạn")
public final class SuspensionReturnCommand extends QuycheCommand {

    @Argument(index = 0, name = "id", description = "Mã lần rút quyền", required = true)
    private String id;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private PostingRights posting;

    @Override
    protected void run() {
        showOne(posting.giveBack(caller(), id, reason), SuspensionColumns.of(this::text));
    }
}
