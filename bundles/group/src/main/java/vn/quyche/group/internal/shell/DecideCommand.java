package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroupDecision;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.Recognition;

/** Enters a decision on a group. */
@Service
@Command(scope = "group", name = "decide", description = "Ghi quyết định về một nhóm")
public final class DecideCommand extends QuycheCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(
            index = 1,
            name = "disposition",
            description = "RECOGNISE, KEEP, RENAME, MIGRATE_PLATFORM, MERGE, DISBAND hoặc REFUSE",
            required = true)
    private GroupDisposition disposition;

    @Argument(index = 2, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Option(name = "--authority", description = "Cơ quan quyết định", required = true)
    private String authority;

    @Option(name = "--number", description = "Số, ký hiệu văn bản", required = true)
    private String number;

    @Option(name = "--date", description = "Ngày ký, ví dụ 2026-05-03", required = true)
    private String date;

    @Option(name = "--signer", description = "Người ký", required = true)
    private String signer;

    @Option(name = "--effective", description = "Ngày có hiệu lực; bỏ trống: ngày ký")
    private String effective;

    @Option(name = "--name", description = "Tên mới")
    private String name;

    @Option(name = "--platform", description = "ZALO, VIBER hoặc IN_APP")
    private Platform platform;

    @Option(name = "--into", description = "Mã nhóm nhận ghép")
    private String into;

    @Option(name = "--ends", description = "Ngày kết thúc mới của nhóm tạm thời")
    private String ends;

    @Option(name = "--confirm-name", description = "Lý do giữ tên dù giống nhóm khác")
    private String confirmName = "";

    @Reference
    private Groups groups;

    @Reference
    private Recognition recognition;

    @Override
    protected void run() {
        MessagingGroup found = GroupArgument.find(groups, caller(), group);
        NewGroupDecision decision = new NewGroupDecision(
                disposition,
                authority,
                new Decision(number, DayOption.read("--date", date), signer),
                reason,
                effective == null ? DayOption.read("--date", date) : DayOption.read("--effective", effective),
                Optional.ofNullable(name),
                Optional.ofNullable(platform),
                Optional.ofNullable(into)
                        .map(code -> GroupArgument.find(groups, caller(), code).id()),
                Optional.ofNullable(ends).map(day -> DayOption.read("--ends", day)),
                confirmName);
        showOne(
                recognition.decide(caller(), found.id(), found.version(), decision),
                List.of(
                        Column.of(text("group.column.code"), MessagingGroup::code),
                        Column.of(text("group.column.name"), MessagingGroup::name),
                        Column.of(text("group.column.status"), after -> text("group.status." + after.status()))));
    }
}
