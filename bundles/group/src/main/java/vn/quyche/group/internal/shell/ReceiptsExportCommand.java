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
import vn.quyche.group.internal.service.ReceiptSheets;

/** Writes who has got, read and answered a directive into a PDF file on the server. */
@Service
@Command(scope = "group", name = "receipts-export", description = "Xuất danh sách xác nhận của một chỉ đạo ra tệp PDF")
public final class ReceiptsExportCommand extends QuycheCommand {

    @Argument(index = 0, name = "directive", description = "id của chỉ đạo", required = true)
    private String directive;

    @Argument(index = 1, name = "file", description = "Tệp mới trên máy chủ, .pdf", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Reference
    private ReceiptSheets sheets;

    @Reference
    private Printer printer;

    @Override
    protected void run() {
        PrintedDocument sheet = sheets.paper(caller(), directive);
        writeFile(file, out -> printer.print(sheet, Printer.Format.PDF, out));
    }
}
