package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.FeedbackQuery;
import vn.quyche.core.compliance.internal.service.Feedbacks;
import vn.quyche.core.compliance.internal.service.Feedbacks.FeedbackView;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists opinions on regulations: everybody's, or one's own. */
@Service
@Command(scope = "compliance", name = "feedback-list", description = "Danh sách góp ý về quy chế, mới nhất trước")
public final class ListFeedback extends QuycheListCommand {

    @Option(name = "--mine", description = "Chỉ góp ý của mình")
    private boolean mine;

    @Option(name = "--regulation", description = "Mã quy chế")
    @Completion(RegulationCompleter.class)
    private String regulation;

    @Option(name = "--article", description = "Khóa của điều trong quy chế")
    private String article;

    @Option(name = "--state", description = "OPEN, ACCEPTED, PARTLY hoặc REFUSED")
    private String state;

    @Option(name = "--search", description = "Nội dung cần tìm")
    private String text;

    @Reference
    private Feedbacks feedbacks;

    @Override
    protected void run() {
        FeedbackQuery query = new FeedbackQuery(
                Optional.ofNullable(regulation),
                Optional.ofNullable(article),
                Optional.ofNullable(state)
                        .map(name -> Form.constant(Feedback.State.class, name)
                                .orElseThrow(() -> new Invalid("state", "compliance.feedback-bad-state"))),
                Optional.ofNullable(text));
        show(
                mine ? feedbacks.mine(caller(), query, page()) : feedbacks.list(caller(), query, page()),
                List.of(
                        Column.of("Mã", (FeedbackView one) -> one.feedback().id()),
                        Column.of(
                                "Lúc", one -> VietnamTime.moment(one.feedback().givenAt())),
                        Column.of("Người góp ý", FeedbackView::author),
                        Column.of("Về", one -> one.feedback().about()),
                        Column.of("Nội dung", one -> one.feedback().text()),
                        Column.of(
                                "Trạng thái",
                                one -> text("compliance.feedback.state."
                                        + one.feedback().state()))));
    }
}
