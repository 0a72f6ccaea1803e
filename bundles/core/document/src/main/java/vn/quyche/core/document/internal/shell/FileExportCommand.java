package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.security.shell.QuycheCommand;

/** Writes the list with which the case files of a year are handed over, as PDF. */
@Service
@Command(scope = "document", name = "file-export", description = "In mục lục hồ sơ nộp lưu của một năm ra PDF")
public final class FileExportCommand extends QuycheCommand {

    @Argument(index = 0, name = "year", description = "Năm", required = true)
    private int year;

    @Argument(index = 1, name = "file", description = "Tệp mới trên máy chủ", required = true)
    private String file;

    @Reference
    private CaseFiles files;

    @Reference
    private Printer printer;

    @Override
    protected void run() {
        PrintedDocument sheet = files.transferList(caller(), year);
        writeFile(file, out -> printer.print(sheet, Printer.Format.PDF, out));
    }
}
