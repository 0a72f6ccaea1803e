package vn.quyche.core.persistence.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.quyche.launcher.backup.SchoolFiles;

/**
 * Derby's own online backup: it copies its files page by page and then the log up to the end of the copying, by which the
 * copy recovers when it is opened first.
 */
final class DerbyCopy implements DatabaseCopy {

    private final DataSource pool;
    private final Path database;

    /** @param url {@code jdbc:derby:<folder>;…} */
    DerbyCopy(DataSource pool, String url) {
        this.pool = pool;
        this.database = Path.of(url.substring("jdbc:derby:".length()).replaceAll(";.*", ""));
    }

    @Override
    public String kind() {
        return "derby";
    }

    @Override
    public long size() throws IOException {
        try (Stream<Path> files = Files.walk(database)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void write(Path folder) throws IOException, SQLException {
        try (Connection connection = pool.getConnection();
                CallableStatement call = connection.prepareCall("call SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            call.setString(1, folder.toString());
            call.execute();
        }
        Path copy = folder.resolve(database.getFileName());
        Path place = folder.resolve(SchoolFiles.DATABASE);
        if (!copy.equals(place)) {
            Files.move(copy, place);
        }
    }
}
