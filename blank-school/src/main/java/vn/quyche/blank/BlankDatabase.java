package vn.quyche.blank;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import vn.quyche.core.persistence.internal.schema.SchemaMigrator;
import vn.quyche.launcher.backup.SchoolFiles;

/** The database of a school in which nothing is kept yet. */
final class BlankDatabase {

    /** What Derby says when a database is closed in order. */
    private static final String CLOSED = "08006";

    /** What it says when all of it is. */
    private static final String STOPPED = "XJ015";

    private static final String LOG = "derby.stream.error.file";

    private BlankDatabase() {}

    /**
     * Makes one.
     *
     * @param zip where it is packed, in place of an older one
     * @param domains those that have a schema in it
     */
    static void make(Path zip, List<DomainJar> domains) throws IOException, SQLException {
        Path work = Files.createTempDirectory("blank-school");
        try {
            System.setProperty(LOG, work.resolve("derby.log").toString());
            Path folder = work.resolve("db");
            EmbeddedDataSource database = new EmbeddedDataSource();
            database.setDatabaseName(folder.toString());
            database.setCreateDatabase("create");
            SchemaMigrator migrator = new SchemaMigrator(database);
            try {
                domains.forEach(domain -> migrator.migrate(domain.name(), domain.migrations()));
            } finally {
                close(database);
            }
            pack(folder, zip);
        } finally {
            SchoolFiles.delete(work);
        }
    }

    /** Ends Derby: a thread of it would keep the build waiting. */
    static void stop() throws SQLException {
        EmbeddedDataSource all = new EmbeddedDataSource();
        all.setDatabaseName("");
        shutDown(all, STOPPED);
    }

    /** Closes a database in order: everything is in its files. */
    static void close(EmbeddedDataSource database) throws SQLException {
        database.setCreateDatabase(null);
        shutDown(database, CLOSED);
    }

    private static void shutDown(EmbeddedDataSource database, String ended) throws SQLException {
        database.setShutdownDatabase("shutdown");
        try {
            database.getConnection().close();
            throw new IllegalStateException("Derby stays open: " + database.getDatabaseName());
        } catch (SQLException e) {
            if (!ended.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void pack(Path folder, Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
    }
}
