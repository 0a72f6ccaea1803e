package vn.quyche.core.document.internal.shell;

import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.document.internal.model.RegisterForm;
import vn.quyche.core.document.internal.service.Registers;
import vn.quyche.core.security.shell.QuycheCommand;

/** Writes the register of a year as an Excel file when the name of the file says so, else as PDF. */
@Service
@Command(
        scope = "document",
        name = "register-export",
        description = "Ghi sổ đăng ký văn bản của một năm ra tệp: PDF, hoặc Excel khi tên tệp là *.xlsx")
public final class RegisterExportCommand extends QuycheCommand {

    @Argument(index = 0, name = "book", description = "id của sổ", required = true)
    @Completion(BookCompleter.class)
    private String book;

    @Argument(index = 1, name = "year", description = "Năm", required = true)
    private int year;

    @Argument(index = 2, name = "file", description = "Tệp mới trên máy chủ", required = true)
    private String file;

    @Option(name = "--form", description = "OUTGOING, INCOMING hoặc FOLLOW_UP (theo dõi giải quyết văn bản đến)")
    private RegisterForm form;

    @Reference
    private Registers registers;

    @Reference
    private Printer printer;

    @Override
    protected void run() {
        if (file.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            writeFile(file, registers.workbook(caller(), book, Optional.ofNullable(form), year)::write);
            return;
        }
        PrintedDocument sheet = registers.paper(caller(), book, Optional.ofNullable(form), year);
        writeFile(file, out -> printer.print(sheet, Printer.Format.PDF, out));
    }
}
