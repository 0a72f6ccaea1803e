package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.consultation.Answer;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.consultation.Results;

/** Shows what came of a consultation; leaders only. */
@Service
@Command(scope = "group", name = "consultation-results", description = "Kết quả một lần lấy ý kiến (trưởng nhóm)")
public final class ConsultationResultsCommand extends QuycheListCommand {

    @Argument(name = "consultation", description = "id của lần lấy ý kiến", required = true)
    private String id;

    @Option(name = "--answers", description = "Từng câu trả lời thay cho số liệu")
    private boolean answers;

    @Reference
    private Consultations consultations;

    @Override
    protected void run() {
        if (answers) {
            show(
                    consultations.answers(caller(), id, page()),
                    List.of(
                            Column.of(text("core.person"), Answer::name),
                            Column.of(text("group.column.reply"), Answer::text),
                            Column.of(text("group.column.replied"), Answer::at)));
            return;
        }
        Results results = consultations.results(caller(), id);
        if (json()) {
            showOne(results, List.of());
            return;
        }
        say(text("group.consultation.figures", results.answered(), results.members()));
        show(
                results.choices(),
                List.of(
                        Column.of(text("group.consultation.choice"), Results.Count::label),
                        Column.of(text("group.consultation.count"), Results.Count::count)));
    }
}
