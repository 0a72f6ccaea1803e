package vn.quyche.core.compliance.internal.shell;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.compliance.internal.service.Acknowledgements;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.security.shell.QuycheCommand;

/** Writes a decision with its regulation, or who has confirmed it, into a file on the server. */
@Service
@Command(
        scope = "compliance",
        name = "regulation-export",
        description = "Xuất quyết định và quy chế ra tệp PDF hoặc DOCX")
public final class ExportRegulation extends QuycheCommand {

    @Argument(index = 0, name = "edition", description = "Mã bản quy chế", required = true)
    private String editionId;

    @Argument(index = 1, name = "file", description = "Tệp mới trên máy chủ, .pdf hoặc .docx", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--confirmations", description = "Danh sách xác nhận thay cho quy chế")
    private boolean confirmations;

    @Reference
    private AdoptedRegulations adopted;

    @Reference
    private Acknowledgements acknowledgements;

    @Reference
    private Printer printer;

    @Override
    protected void run() {
        PrintedDocument document =
                confirmations ? acknowledgements.paper(caller(), editionId) : adopted.paper(caller(), editionId);
        Printer.Format format =
                file.toLowerCase(Locale.ROOT).endsWith(".docx") ? Printer.Format.DOCX : Printer.Format.PDF;
        writeFile(file, out -> printer.print(document, format, out));
    }
}
