package vn.quyche.district.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.district.api.ListChange;
import vn.quyche.district.api.PublishedLists;

/** Lists what the published lists changed. */
@Service
@Command(scope = "district", name = "changes", description = "Thay đổi qua các lần công bố")
public final class ChangesCommand extends QuycheListCommand {

    @Option(name = "--school", description = "Mã trường")
    @Completion(SchoolCompleter.class)
    private String school;

    @Reference
    private PublishedLists lists;

    @Override
    protected void run() {
        show(
                lists.changes(caller(), Optional.ofNullable(school), page()),
                List.of(
                        Column.of(text("district.column.version"), ListChange::version),
                        Column.of(text("district.column.kind"), change -> text("district.kind." + change.kind())),
                        Column.of(text("district.column.school-code"), ListChange::schoolCode),
                        Column.of(text("district.column.name"), ListChange::name),
                        Column.of(text("district.column.before"), ListChange::nameBefore),
                        Column.of(text("district.column.from"), ListChange::effectiveOn)));
    }
}
