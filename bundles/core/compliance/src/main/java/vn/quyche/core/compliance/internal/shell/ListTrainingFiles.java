package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists the materials of a training. */
@Service
@Command(scope = "compliance", name = "training-files", description = "Tài liệu của một buổi tập huấn")
public final class ListTrainingFiles extends QuycheCommand {

    @Argument(name = "training", description = "id của buổi tập huấn", required = true)
    private String id;

    @Reference
    private Trainings trainings;

    @Override
    protected void run() {
        show(
                trainings.files(caller(), id),
                List.of(
                        Column.of("id", Attachment::id),
                        Column.of("Tệp", Attachment::fileName),
                        Column.of("Loại", Attachment::mediaType),
                        Column.of("Dung lượng (byte)", Attachment::size)));
    }
}
