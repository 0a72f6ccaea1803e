package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.compliance.internal.model.RuleCourse;
import vn.quyche.core.compliance.internal.model.RuleQuery;
import vn.quyche.core.compliance.internal.model.RuleView;
import vn.quyche.core.compliance.internal.model.ScheduleWords;
import vn.quyche.core.compliance.internal.service.RecurringRules;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists recurring rules. */
@Service
@Command(scope = "duty", name = "rule-list", description = "Danh sách việc định kỳ, đến hạn trước đứng trước")
public final class ListRules extends QuycheListCommand {

    @Option(name = "--domain", description = "Phân hệ, ví dụ group")
    private String domain;

    @Option(name = "--state", description = "RUNS, PAUSED hoặc ENDED")
    private String state;

    @Option(name = "--post", description = "Chức vụ được giao, ví dụ RECORDS_CLERK")
    private String post;

    @Option(name = "--search", description = "Nội dung cần tìm")
    private String text;

    @Reference
    private RecurringRules rules;

    @Override
    protected void run() {
        RuleQuery query = new RuleQuery(
                Optional.ofNullable(domain),
                constant(RuleCourse.State.class, "state", state),
                constant(Post.class, "post", post),
                Optional.ofNullable(text));
        show(
                rules.list(caller(), query, page()),
                List.of(
                        Column.of("Mã", RuleView::id),
                        Column.of("Việc", RuleView::title),
                        Column.of("Lịch", one -> ScheduleWords.of(one.schedule(), (key, args) -> text(key, args))),
                        Column.of("Trạng thái", one -> text("duty.rule.state." + one.state())),
                        Column.of("Hạn kế tiếp", one -> one.nextDue().map(VietnamTime::moment)),
                        Column.of("Điều", RuleView::clause)));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String field, String name) {
        return Optional.ofNullable(name)
                .map(one -> Form.constant(type, one).orElseThrow(() -> new Invalid(field, "duty.rule-bad-filter")));
    }
}
