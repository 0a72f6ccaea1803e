package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.DeclaredLine;
import vn.quyche.group.api.members.LineKind;

/** Shows the lines of a declared list. */
@Service
@Command(scope = "group", name = "declaration-lines", description = "Các dòng của một lần kê khai")
public final class DeclarationLinesCommand extends QuycheListCommand {

    @Argument(index = 0, name = "declaration", description = "Mã lần kê khai", required = true)
    private String declaration;

    @Option(name = "--kind", description = "UNCLEAR, OUTSIDER, MISSING, DUPLICATE hoặc MEMBER")
    private LineKind kind;

    @Option(name = "--open", description = "Chỉ dòng còn phải xử lý")
    private boolean open;

    @Reference
    private Declarations declarations;

    @Override
    protected void run() {
        show(
                declarations.lines(caller(), declaration, Optional.ofNullable(kind), open, page()),
                List.of(
                        Column.of("#", DeclaredLine::place),
                        Column.of(text("group.line.row"), DeclaredLine::row),
                        Column.of(text("group.line.name"), DeclaredLine::name),
                        Column.of(text("group.line.phone"), DeclaredLine::phone),
                        Column.of(text("group.line.kind"), line -> text("group.line-kind." + line.kind())),
                        Column.of(text("core.person"), DeclaredLine::personName),
                        Column.of(text("group.line.next"), line -> text("group.line-next." + line.kind())),
                        Column.of(text("group.line.done"), DeclaredLine::doneAt)));
    }
}
