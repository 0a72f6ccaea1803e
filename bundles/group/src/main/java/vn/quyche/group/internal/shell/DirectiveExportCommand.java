package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.custody.Custody;

/** Writes a directive with all that is known of it into a ZIP on the server; leaders and office only. */
@Service
@Command(scope = "group", name = "directive-export", description = "Xuất hồ sơ một chỉ đạo ra tệp ZIP có bảng mã băm")
public final class DirectiveExportCommand extends QuycheCommand {

    @Argument(index = 0, name = "directive", description = "id của chỉ đạo", required = true)
    private String directive;

    @Argument(index = 1, name = "file", description = "Tệp mới trên máy chủ, .zip", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Argument(index = 2, name = "reason", description = "Xuất để làm gì", required = true)
    private String reason;

    @Reference
    private Custody custody;

    @Override
    protected void run() {
        Custody.Export export = custody.export(caller(), directive, reason);
        writeFile(file, export::writeTo);
        say(text("group.column.manifest") + ": " + export.recorded().manifestHash());
    }
}
