package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.internal.service.GroupWords;
import vn.quyche.group.internal.service.GroupWords.EditionText;

/** Lists who belonged to a group and who did what in it over the days. */
@Service
@Command(scope = "group", name = "editions", description = "Thành phần và phụ trách nhóm theo ngày, mới trước")
public final class EditionsCommand extends QuycheListCommand {

    @Argument(name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Reference
    private Groups groups;

    @Reference
    private Recognition recognition;

    @Reference
    private GroupWords words;

    @Override
    protected void run() {
        String id = GroupArgument.find(groups, caller(), group).id();
        show(
                recognition.editions(caller(), id, page()).map(edition -> words.edition(edition, caller().locale())),
                List.of(
                        Column.of(text("core.from"), edition -> VietnamTime.moment(edition.since())),
                        Column.of(text("group.column.rule"), EditionText::rule),
                        Column.of(text("group.roles"), edition -> String.join("; ", edition.roles()))));
    }
}
