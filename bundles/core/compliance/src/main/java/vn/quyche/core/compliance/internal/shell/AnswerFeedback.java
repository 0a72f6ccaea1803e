package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.service.Feedbacks;
import vn.quyche.core.compliance.internal.service.Feedbacks.NewAnswer;
import vn.quyche.core.security.shell.QuycheCommand;

/** Answers one or several opinions on a regulation. */
@Service
@Command(scope = "compliance", name = "feedback-answer", description = "Trả lời một hoặc nhiều góp ý về một quy chế")
public final class AnswerFeedback extends QuycheCommand {

    @Argument(index = 0, name = "outcome", description = "ACCEPTED, PARTLY hoặc REFUSED", required = true)
    private String outcome;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Argument(index = 2, name = "ids", description = "Mã các góp ý", required = true, multiValued = true)
    private List<String> ids;

    @Option(name = "--summary", description = "Tổng hợp nội dung góp ý; cần có khi trả lời nhiều góp ý")
    private String summary = "";

    @Option(name = "--edition", description = "Mã bản quy chế đã tiếp thu")
    private String edition = "";

    @Reference
    private Feedbacks feedbacks;

    @Override
    protected void run() {
        NewAnswer answer =
                new NewAnswer(ids, Form.constant(Feedback.State.class, outcome).orElse(null), summary, reason, edition);
        String id = feedbacks.answer(caller(), "", answer);
        if (json()) {
            showOne(Map.of("id", id), List.of());
        } else {
            say(text("compliance.feedback.answered", ids.size()));
        }
    }
}
