package vn.quyche.core.persistence.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema of one domain to where its bundle's migrations say it must be.
 *
 * <p>Refuses a schema that is newer than the bundle, and migrations that were changed after they had run. Nodes that
 * start together wait for each other (Flyway's lock).
 */
public final class SchemaMigrator {

    private static final Pattern DOMAIN = Pattern.compile("[a-z][a-z0-9]{0,39}");
    private static final int MAX_MESSAGE = 500;
    private static final String HISTORY = "schema_history";

    private final DataSource pool;

    public SchemaMigrator(DataSource pool) {
        this.pool = pool;
    }

    /**
     * Runs what has not run yet.
     *
     * @return how many migrations ran
     * @throws SchemaException when the schema cannot be brought to what the bundle needs; nothing of the migration that
     *     failed stays
     */
    public int migrate(String domain, List<MigrationFile> files) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new SchemaException("Not a domain: " + domain, null);
        }
        try {
            String schema = schemaName(domain);
            return Flyway.configure(Flyway.class.getClassLoader())
                    .dataSource(pool)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .createSchemas(true)
                    .table(HISTORY)
                    .resourceProvider(new MigrationFiles(files))
                    .javaMigrationClassProvider(List::of)
                    .validateMigrationNaming(true)
                    .validateOnMigrate(true)
                    .ignoreMigrationPatterns(new String[0])
                    .group(true)
                    .placeholderReplacement(false)
                    .cleanDisabled(true)
                    .loggers("slf4j")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException | SQLException e) {
            throw new SchemaException("Schema of " + domain + ": " + line(e.getMessage()), e);
        }
    }

    /** Flyway quotes names, and Derby keeps those that are not quoted in upper case. */
    private String schemaName(String domain) throws SQLException {
        String schema = "q_" + domain;
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().storesUpperCaseIdentifiers() ? schema.toUpperCase(Locale.ROOT) : schema;
        }
    }

    /** One line, without Flyway's advertising. */
    private static String line(String message) {
        String line = String.valueOf(message)
                .replaceAll("(?s)Need more flexibility.*", "")
                .replaceAll("[-\\s]*\\s+", " ")
                .strip();
        return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) : line;
    }
}
