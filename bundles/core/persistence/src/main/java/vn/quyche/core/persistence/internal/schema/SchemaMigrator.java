package vn.quyche.core.persistence.internal.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

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
            return migrate(domain, schemaName(domain), files);
        } catch (FlywayException | SQLException e) {
            throw failed(domain, e);
        }
    }

    private int migrate(String domain, String schema, List<MigrationFile> files) throws SQLException {
        try (LentConnections lent = new LentConnections(pool)) {
            return Flyway.configure(Flyway.class.getClassLoader())
                    .dataSource(lent)
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
        } catch (FlywayValidateException e) {
            throw newer(domain, schema, files).orElseGet(() -> failed(domain, e));
        }
    }

    private static SchemaException failed(String domain, Exception cause) {
        return new SchemaException("Schema of " + domain + ": " + line(cause.getMessage()), cause);
    }

    /**
     * The refusal of a schema that is newer than its bundle: it would read what it does not understand, and write what
     * others would miss. Asked only when the schema is not what the bundle expects.
     */
    private Optional<SchemaException> newer(String domain, String schema, List<MigrationFile> files)
            throws SQLException {
        MigrationVersion newest = files.stream()
                .map(file -> VERSION.matcher(file.name()))
                .filter(Matcher::matches)
                .map(name -> MigrationVersion.fromVersion(name.group(1)))
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
        return applied(schema).stream()
                .max(Comparator.naturalOrder())
                .filter(version -> version.compareTo(newest) > 0)
                .map(version -> new SchemaException(
                        "Schema of " + domain + " is newer than its bundle: V" + version + " against V" + newest,
                        null));
    }

    private List<MigrationVersion> applied(String schema) throws SQLException {
        List<MigrationVersion> versions = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select \"version\" from \"" + schema + "\".\"" + HISTORY
                        + "\" where \"version\" is not null")) {
            while (rows.next()) {
                versions.add(MigrationVersion.fromVersion(rows.getString(1)));
            }
        }
        return versions;
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
