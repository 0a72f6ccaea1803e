package vn.quyche.district.internal.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.district.api.CheckAnswer;
import vn.quyche.district.api.PublishedLists;

/** Checks whether a group is official. */
@Service
@Command(scope = "district", name = "check", description = "Kiểm tra một nhóm theo tên đầy đủ hoặc mã tra cứu")
public final class CheckCommand extends QuycheCommand {

    @Argument(name = "name", description = "Tên đầy đủ hoặc mã tra cứu", required = true)
    private String name;

    @Reference
    private PublishedLists lists;

    @Override
    protected void run() {
        showOne(
                lists.check(caller(), name),
                List.of(
                        Column.of(
                                text("core.state"),
                                (CheckAnswer answer) -> text("district.standing." + answer.standing())),
                        Column.of(text("district.column.groups"), CheckAnswer::count),
                        Column.of(
                                text("district.column.school"),
                                answer -> answer.matches().stream()
                                        .map(CheckAnswer.Match::schoolName)
                                        .collect(Collectors.joining("; "))),
                        Column.of(
                                text("district.check.claims"),
                                answer -> text(answer.claimsAgency() ? "core.yes" : "core.no"))));
    }
}
