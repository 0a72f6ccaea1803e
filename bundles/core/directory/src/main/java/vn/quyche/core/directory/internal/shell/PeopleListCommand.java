package vn.quyche.core.directory.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists people. */
@Service
@Command(scope = "directory", name = "people-list", description = "Danh sách nhân sự")
public final class PeopleListCommand extends QuycheListCommand {

    @Option(name = "--all", description = "Cả người chưa đến và người đã rời trường")
    private boolean all;

    @Option(name = "--find", description = "Một phần họ tên, số điện thoại hoặc mã định danh")
    private String find;

    @Option(name = "--unit", description = "Mã đơn vị")
    @Completion(UnitCompleter.class)
    private String unit;

    @Option(name = "--post", description = "Chức vụ, nhiệm vụ")
    private Post post;

    @Reference
    private People people;

    @Override
    protected void run() {
        People.Query query = new People.Query(
                Optional.ofNullable(find),
                Optional.ofNullable(unit),
                Optional.ofNullable(post),
                Optional.empty(),
                all ? Optional.empty() : Optional.of(People.State.WORKING));
        show(
                people.list(caller(), query, page()),
                List.of(
                        Column.of(text("directory.column.id"), People.Row::id),
                        Column.of(text("directory.column.name"), People.Row::fullName),
                        Column.of(
                                text("directory.column.posts"),
                                row -> row.posts().stream()
                                        .sorted()
                                        .map(held -> text("post." + held))
                                        .collect(Collectors.joining(", "))),
                        Column.of(text("directory.column.units"), row -> String.join(", ", row.units())),
                        Column.of(text("directory.column.phone"), People.Row::phone),
                        Column.of(text("directory.column.state"), row -> text("directory.state." + row.state()))));
    }
}
