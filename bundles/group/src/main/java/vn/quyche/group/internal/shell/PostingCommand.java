package vn.quyche.group.internal.shell;

import java.time.Clock;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRights;
import vn.quyche.group.api.members.PostingRule;

/** Shows who may post in a group and since when, or says it. */
@Service
@Command(scope = "group", name = "posting", description = "Quyền đăng trong nhóm; kèm quyền và lý do thì ghi lại")
public final class PostingCommand extends QuycheListCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(index = 1, name = "policy", description = "NAMED, LEADERS, EVERYONE hoặc READ_ONLY")
    private PostingPolicy policy;

    @Argument(index = 2, name = "reason", description = "Lý do")
    private String reason;

    @Option(name = "--from", description = "Từ ngày, ví dụ 2026-10-05; bỏ trống: hôm nay")
    private String from;

    @Option(name = "--key", description = "Khóa chống ghi hai lần")
    private String key = "";

    @Reference
    private Groups groups;

    @Reference
    private PostingRights posting;

    @Reference
    private Clock clock;

    @Override
    protected void run() {
        String id = GroupArgument.find(groups, caller(), group).id();
        if (policy != null) {
            posting.say(
                    caller(),
                    id,
                    policy,
                    from == null ? VietnamTime.today(clock) : DayOption.read("--from", from),
                    reason,
                    key);
        }
        show(
                posting.history(caller(), id, page()),
                List.of(
                        Column.of(text("core.from"), PostingRule::from),
                        Column.of(text("group.posting-who"), rule -> text("group.posting." + rule.policy())),
                        Column.of(text("core.reason"), PostingRule::reason),
                        Column.of(text("group.posting-by"), PostingRule::byName)));
    }
}
