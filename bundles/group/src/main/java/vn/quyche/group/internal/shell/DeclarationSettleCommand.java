package vn.quyche.group.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.members.Declarations;

/** Says whom a line of a dry run means. */
@Service
@Command(scope = "group", name = "declaration-settle", description = "Xác định một dòng là ai")
public final class DeclarationSettleCommand extends QuycheCommand {

    @Argument(index = 0, name = "declaration", description = "Mã lần kê khai", required = true)
    private String declaration;

    @Argument(index = 1, name = "line", description = "Số thứ tự dòng (#)", required = true)
    private int line;

    @Option(name = "--person", description = "Mã người; bỏ trống: người ngoài trường")
    private String person;

    @Option(name = "--nobody", description = "Dòng tiêu đề, ghi chú: không phải người")
    private boolean nobody;

    @Reference
    private Declarations declarations;

    @Override
    protected void run() {
        showOne(
                nobody
                        ? declarations.ignore(caller(), declaration, line)
                        : declarations.settle(caller(), declaration, line, Optional.ofNullable(person)),
                DeclarationColumns.of(this::text));
    }
}
