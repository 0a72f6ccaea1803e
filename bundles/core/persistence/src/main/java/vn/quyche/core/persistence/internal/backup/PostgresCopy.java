package vn.quyche.core.persistence.internal.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.launcher.backup.PostgresTool;
import vn.quyche.launcher.backup.SchoolFiles;

/** PostgreSQL's own {@code pg_dump}, which sees the database as it was when it began. */
final class PostgresCopy implements DatabaseCopy {

    private final String url;
    private final String user;
    private final String password;

    PostgresCopy(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public String kind() {
        return "postgresql";
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public void write(Path folder) throws IOException {
        PostgresTool.find("pg_dump")
                .orElseThrow(() -> new Unavailable("persistence.backup-no-pg-dump"))
                .run(
                        url,
                        user,
                        password,
                        List.of(
                                "--format=custom",
                                "--no-owner",
                                "--no-privileges",
                                "--schema=q_*",
                                "--file=" + folder.resolve(SchoolFiles.DUMP)));
    }
}
