package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.members.Declarations;

/** Says that what lines asked for was done on the platform. */
@Service
@Command(scope = "group", name = "declaration-done", description = "Báo đã xử lý các dòng trên ứng dụng")
public final class DeclarationDoneCommand extends QuycheCommand {

    @Argument(index = 0, name = "declaration", description = "Mã lần kê khai", required = true)
    private String declaration;

    @Argument(index = 1, name = "lines", description = "Số thứ tự dòng (#)", required = true, multiValued = true)
    private List<Integer> lines;

    @Reference
    private Declarations declarations;

    @Override
    protected void run() {
        showOne(declarations.done(caller(), declaration, Set.copyOf(lines)), DeclarationColumns.of(this::text));
    }
}
