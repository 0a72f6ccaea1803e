package vn.quyche.core.persistence.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings the schema of one domain to where its bundle's migrations say it must be.
 *
 * <p>Refuses a schema that is newer than the bundle, and migrations that were changed after they had run. Nodes that
 * start together wait for each other (Flyway's lock).
 */
public final class SchemaMigrator {

    private static final Pattern DOMAIN = Pattern.compile("[a-z][a-z0-9]{0,39}");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*");
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
            Flyway flyway = Flyway.configure(Flyway.class.getClassLoader())
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
                    .load();
            refuseNewer(domain, flyway.info().applied(), files);
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException | SQLException e) {
            throw new SchemaException("Schema of " + domain + ": " + line(e.getMessage()), e);
        }
    }

    /** An older bundle over a newer schema would read what it does not understand, and write what others would miss. */
    private static void refuseNewer(String domain, MigrationInfo[] applied, List<MigrationFile> files) {
        MigrationVersion newest = files.stream()
                .map(file -> VERSION.matcher(file.name()))
                .filter(Matcher::matches)
                .map(name -> MigrationVersion.fromVersion(name.group(1)))
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
        Stream.of(applied)
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null && version.compareTo(newest) > 0)
                .max(Comparator.naturalOrder())
                .ifPresent(version -> {
                    throw new SchemaException(
                            "Schema of " + domain + " is newer than its bundle: V" + version + " against V" + newest,
                            null);
                });
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
