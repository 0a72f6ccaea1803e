package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.internal.service.InspectionPapers;

/** Writes a report on an inspection into a PDF file on the server. */
@Service
@Command(scope = "group", name = "inspection-export", description = "Xuất báo cáo kiểm tra nhóm ra tệp PDF")
public final class InspectionExportCommand extends QuycheCommand {

    @Argument(index = 0, name = "inspection", description = "id của báo cáo", required = true)
    private String inspection;

    @Argument(index = 1, name = "file", description = "Tệp mới trên máy chủ, .pdf", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Reference
    private InspectionPapers papers;

    @Reference
    private Printer printer;

    @Override
    protected void run() {
        PrintedDocument paper = papers.paper(caller(), inspection);
        writeFile(file, out -> printer.print(paper, Printer.Format.PDF, out));
    }
}
