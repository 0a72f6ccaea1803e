package vn.quyche.core.document.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.CaseFile;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists case files, newest first. */
@Service
@Command(scope = "document", name = "file-list", description = "Hồ sơ công việc, mới nhất trước")
public final class FileListCommand extends QuycheListCommand {

    @Option(name = "--text", description = "Một phần của số, ký hiệu hoặc tiêu đề")
    private String text;

    @Option(name = "--state", description = "OPEN, CLOSED hoặc TRANSFERRED")
    private CaseFile.State state;

    @Option(name = "--year", description = "Năm")
    private Integer year;

    @Reference
    private CaseFiles files;

    @Override
    protected void run() {
        show(
                files.list(
                        caller(),
                        new CaseFiles.Query(
                                Optional.ofNullable(text), Optional.ofNullable(state), Optional.ofNullable(year)),
                        page()),
                List.of(
                        Column.of(text("document.file-code"), CaseFile::code),
                        Column.of(text("document.file-title"), CaseFile::title),
                        Column.of(text("document.keeper"), CaseFile::keeperName),
                        Column.of(text("document.retention"), CaseFile::retention),
                        Column.of(text("core.state"), file -> text("document.file-state." + file.state())),
                        Column.of("id", CaseFile::id)));
    }
}
