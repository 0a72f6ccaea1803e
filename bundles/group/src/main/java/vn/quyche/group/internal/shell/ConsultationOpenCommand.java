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
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.consultation.AnswerKind;
import vn.quyche.group.api.consultation.Consultation;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.consultation.NewConsultation;

/** Asks the members of a group; leaders only. */
@Service
@Command(scope = "group", name = "consultation-open", description = "Lấy ý kiến thành viên nhóm (trưởng nhóm)")
public final class ConsultationOpenCommand extends QuycheCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(index = 1, name = "question", description = "Câu hỏi, một dòng", required = true)
    private String question;

    @Option(name = "--ends", description = "Hết hạn, giờ Việt Nam, ví dụ 2026-10-05T17:00", required = true)
    private String ends;

    @Option(name = "--begins", description = "Bắt đầu; bỏ trống: ngay")
    private String begins;

    @Option(
            name = "--choice",
            description = "Một phương án; lặp lại được; bỏ trống: trả lời bằng lời",
            multiValued = true)
    private List<String> choices = List.of();

    @Option(name = "--key", description = "Khóa chống gửi hai lần")
    private String key = "";

    @Reference
    private Groups groups;

    @Reference
    private Consultations consultations;

    @Override
    protected void run() {
        NewConsultation asked = new NewConsultation(
                GroupArgument.find(groups, caller(), group).id(),
                question,
                "",
                choices.isEmpty() ? AnswerKind.TEXT : AnswerKind.CHOICE,
                choices,
                Optional.ofNullable(begins).map(text -> MomentOption.of("begins", text)),
                Optional.of(MomentOption.of("ends", ends)));
        showOne(
                consultations.get(caller(), consultations.open(caller(), asked, key)),
                List.of(
                        Column.of(text("group.column.question"), Consultation::question),
                        Column.of(text("core.state"), one -> text("group.consultation-state." + one.state())),
                        Column.of("id", Consultation::id)));
    }
}
