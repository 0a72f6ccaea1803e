package vn.quyche.core.compliance.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.security.shell.QuycheCommand;

/** Writes the attendance sheet of a training into a PDF file on the server. */
@Service
@Command(scope = "compliance", name = "training-export", description = "Xuất danh sách điểm danh tập huấn ra tệp PDF")
public final class ExportTrainingSheet extends QuycheCommand {

    @Argument(index = 0, name = "training", description = "id của buổi tập huấn", required = true)
    private String id;

    @Argument(index = 1, name = "file", description = "Tệp mới trên máy chủ, .pdf", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Reference
    private Trainings trainings;

    @Reference
    private Printer printer;

    @Override
    protected void run() {
        PrintedDocument sheet = trainings.sheet(caller(), id);
        writeFile(file, out -> printer.print(sheet, Printer.Format.PDF, out));
    }
}
