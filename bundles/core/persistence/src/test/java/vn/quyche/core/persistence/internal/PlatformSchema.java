package vn.quyche.core.persistence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import vn.quyche.core.persistence.internal.schema.MigrationFile;
import vn.quyche.core.persistence.internal.schema.SchemaMigrator;
import vn.quyche.testkit.TestDatabase;

/** Brings this bundle's own tables into a test's database. */
public final class PlatformSchema {

    private static final Path FIRST = Path.of("src/main/resources/db/V001__init.sql");

    private PlatformSchema() {}

    /** The data source that the extender would publish for this bundle. */
    public static DataSource in(TestDatabase db) {
        try {
            MigrationFile file = new MigrationFile(FIRST.getFileName().toString(), Files.readString(FIRST));
            new SchemaMigrator(db.pool()).migrate("persistence", List.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return db.tx().dataSource();
    }
}
