package vn.quyche.district.internal.shell;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.internal.model.CheckCode;

/** Lists what is, or was, official. */
@Service
@Command(scope = "district", name = "list", description = "Danh sách nhóm chính thống của một ngày")
public final class ListCommand extends QuycheListCommand {

    @Option(name = "--day", description = "Ngày, ví dụ 2026-05-03; bỏ trống: hôm nay")
    private String day;

    @Option(name = "--find", description = "Một phần tên nhóm")
    private String find;

    @Option(name = "--school", description = "Mã trường")
    @Completion(SchoolCompleter.class)
    private String school;

    @Reference
    private PublishedLists lists;

    @Reference
    private Clock clock;

    @Override
    protected void run() {
        PublishedLists.Query query = new PublishedLists.Query(
                day == null ? VietnamTime.today(clock) : DayOption.read("--day", day),
                Optional.ofNullable(find),
                Optional.ofNullable(school));
        show(
                lists.list(caller(), query, page()),
                List.of(
                        Column.of(text("district.column.school-code"), ListedEntry::schoolCode),
                        Column.of(
                                text("district.column.name"),
                                entry -> entry.group().name()),
                        Column.of(
                                text("district.column.platform"),
                                entry -> text(
                                        "district.platform." + entry.group().platform())),
                        Column.of(
                                text("district.column.leader"),
                                entry -> entry.group().leader()),
                        Column.of(text("district.column.number"), ListedEntry::number),
                        Column.of(text("district.column.from"), ListedEntry::officialFrom),
                        Column.of(text("district.column.check-code"), entry -> CheckCode.printed(entry.checkCode()))));
    }
}
