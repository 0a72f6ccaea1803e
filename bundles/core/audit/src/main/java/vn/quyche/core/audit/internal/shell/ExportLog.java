package vn.quyche.core.audit.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.audit.internal.service.Queries;
import vn.quyche.core.security.shell.QuycheCommand;

/** Exports the log into a new file on the server. */
@Service
@Command(scope = "audit", name = "export", description = "Xuất nhật ký ra tệp JSON Lines")
public final class ExportLog extends QuycheCommand {

    @Argument(index = 0, name = "file", description = "Tệp mới trên máy chủ", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--from", description = "Từ ngày, ví dụ 2026-09-05")
    private String from;

    @Option(name = "--to", description = "Đến hết ngày")
    private String to;

    @Reference
    private AuditTrail trail;

    @Override
    protected void run() {
        AuditTrail.Export export = trail.prepareExport(caller(), Queries.of(from, to, null, null, null, null, null));
        writeFile(file, export::writeTo);
    }
}
