package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.members.Declarations;

/** Takes a dry run over, or throws it away. */
@Service
@Command(scope = "group", name = "declaration-confirm", description = "Xác nhận hoặc bỏ một lần đối chiếu")
public final class DeclarationConfirmCommand extends QuycheCommand {

    @Argument(index = 0, name = "declaration", description = "Mã lần kê khai", required = true)
    private String declaration;

    @Option(name = "--discard", description = "Bỏ, không dùng")
    private boolean discard;

    @Reference
    private Declarations declarations;

    @Override
    protected void run() {
        if (discard) {
            declarations.discard(caller(), declaration);
            say(text("group.declaration-discarded"));
        } else {
            showOne(declarations.confirm(caller(), declaration), DeclarationColumns.of(this::text));
        }
    }
}
