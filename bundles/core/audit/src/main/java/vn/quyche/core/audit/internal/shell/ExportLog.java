package vn.quyche.core.audit.internal.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Unavailable;
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
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE_NEW))) {
            export.writeTo(out);
            say(text("audit.exported", file));
        } catch (FileAlreadyExistsException e) {
            throw new Conflict("audit.file-exists", file);
        } catch (IOException e) {
            throw new Unavailable("audit.file-not-written", e, file);
        }
    }
}
