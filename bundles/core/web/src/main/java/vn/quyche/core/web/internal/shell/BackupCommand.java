package vn.quyche.core.web.internal.shell;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.persistence.Backups;
import vn.quyche.core.api.persistence.Backups.Backup;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Backs the school up while it works; Ctrl-C cancels. */
@Service
@Command(scope = "platform", name = "backup", description = "Sao lưu toàn bộ dữ liệu trong khi hệ thống vẫn chạy")
public final class BackupCommand extends QuycheCommand {

    private static final long MEGABYTE = 1 << 20;

    @Reference
    private Backups backups;

    @Reference
    private Session session;

    @Argument(name = "file", description = "Đường dẫn đầy đủ của tệp trên máy chủ", required = true)
    private String file;

    private long saidAt = System.nanoTime();

    @Override
    protected void run() {
        Backup backup = backups.write(caller(), file, this::progress);
        showOne(
                backup,
                List.of(
                        Column.of("Tệp", Backup::file),
                        Column.of("Lúc", made -> VietnamTime.at(made.made()).toLocalDateTime()),
                        Column.of("Số tệp bên trong", Backup::files),
                        Column.of("Dung lượng (MB)", made -> made.bytes() / MEGABYTE)));
    }

    /** On the thread that writes, which has no stream of this command's own. */
    private void progress(String step, long files, long bytes) {
        if (!json() && TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - saidAt) >= 1) {
            saidAt = System.nanoTime();
            session.getConsole().println(text(step, files, bytes / MEGABYTE));
        }
    }
}
