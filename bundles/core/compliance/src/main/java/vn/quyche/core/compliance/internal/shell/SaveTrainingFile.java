package vn.quyche.core.compliance.internal.shell;

import java.io.InputStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.security.shell.QuycheCommand;

/** Writes one of the materials of a training into a file on the server. */
@Service
@Command(scope = "compliance", name = "training-file", description = "Lưu một tài liệu tập huấn ra tệp")
public final class SaveTrainingFile extends QuycheCommand {

    @Argument(index = 0, name = "training", description = "id của buổi tập huấn", required = true)
    private String id;

    @Argument(
            index = 1,
            name = "material",
            description = "id của tài liệu (compliance:training-files)",
            required = true)
    private String material;

    @Argument(index = 2, name = "file", description = "Tệp mới trên máy chủ", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Reference
    private Trainings trainings;

    @Reference
    private Attachments attachments;

    @Override
    protected void run() {
        Attachment wanted = trainings.file(caller(), id, material);
        writeFile(file, out -> {
            try (InputStream in = attachments.open(wanted)) {
                in.transferTo(out);
            }
        });
    }
}
