package vn.quyche.core.document.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.security.shell.QuycheCommand;

/** Hands closed case files over to the archive. */
@Service
@Command(scope = "document", name = "file-transfer", description = "Nộp lưu các hồ sơ đã kết thúc")
public final class FileTransferCommand extends QuycheCommand {

    @Argument(index = 0, name = "receiver", description = "Người hoặc đơn vị nhận", required = true)
    private String receiver;

    @Argument(index = 1, name = "files", description = "id của các hồ sơ", required = true, multiValued = true)
    @Completion(FileCompleter.class)
    private List<String> chosen;

    @Reference
    private CaseFiles files;

    @Override
    protected void run() {
        files.transfer(caller(), chosen, receiver);
        say(text("document.files-transferred"));
    }
}
