package vn.quyche.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.apache.aries.jpa.template.JpaTemplate;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.persistence.internal.schema.MigrationFile;
import vn.quyche.core.persistence.internal.schema.SchemaMigrator;
import vn.quyche.core.persistence.internal.tx.ThreadTx;

/**
 * One domain's storage as it is in the container: the bundle's own migrations, its own {@code persistence.xml}, EclipseLink,
 * and the real transactions. Units of one database share their transactions.
 *
 * <pre>{@code
 * @OnEachDatabase
 * void storesAGroup(TestDatabase db) {
 *     TestUnit unit = TestUnit.of(db, "group");
 *     JpaGroupStore store = new JpaGroupStore(unit.jpa());
 * }
 * }</pre>
 */
public final class TestUnit {

    private static final String DESCRIPTOR = "META-INF/persistence.xml";

    private final ThreadTx tx;
    private final EntityManagerFactory factory;
    private final JpaTemplate jpa;

    private TestUnit(ThreadTx tx, EntityManagerFactory factory) {
        this.tx = tx;
        this.factory = factory;
        this.jpa = new TestJpaTemplate(factory);
    }

    /** Migrates the domain's schema and opens its unit; both go with the database. */
    public static TestUnit of(TestDatabase db, String domain) {
        if (!db.beginAs(domain, blank -> migrate(blank, domain))) {
            migrate(db, domain);
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put(PersistenceUnitProperties.NON_JTA_DATASOURCE, db.tx().dataSource());
        // EclipseLink shares the session of units with the same name otherwise.
        properties.put(PersistenceUnitProperties.SESSION_NAME, domain + "-" + UUID.randomUUID());
        properties.put(PersistenceUnitProperties.LOGGING_LEVEL, "WARNING");
        EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory(domain, properties);
        if (factory == null) {
            throw new IllegalStateException("EclipseLink cannot open the unit " + domain);
        }
        db.onClose(factory::close);
        return new TestUnit(db.tx(), factory);
    }

    private static void migrate(TestDatabase db, String domain) {
        new SchemaMigrator(db.pool()).migrate(domain, migrations(domain));
    }

    /** What stores get injected. */
    public JpaTemplate jpa() {
        return jpa;
    }

    /** The transactions of the database. */
    public Tx tx() {
        return tx;
    }

    /** For tests that look past the template. */
    public EntityManagerFactory entityManagerFactory() {
        return factory;
    }

    /** The domain's migrations, oldest first. */
    static List<MigrationFile> sortedMigrations(String domain) {
        return migrations(domain).stream()
                .sorted(Comparator.comparing(MigrationFile::name))
                .toList();
    }

    /** The files of {@code db/} beside the persistence.xml that holds the unit. */
    private static List<MigrationFile> migrations(String domain) {
        try {
            return readMigrations(rootOf(domain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI rootOf(String domain) throws IOException {
        Pattern unit = Pattern.compile("<persistence-unit\\s[^>]*name\\s*=\\s*\"" + Pattern.quote(domain) + "\"");
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (URL descriptor : Collections.list(loader.getResources(DESCRIPTOR))) {
            try (InputStream in = descriptor.openStream()) {
                if (unit.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .find()) {
                    String url = descriptor.toString();
                    return new URI(url.substring(0, url.length() - DESCRIPTOR.length()));
                }
            } catch (URISyntaxException e) {
                throw new IOException(e);
            }
        }
        throw new IllegalStateException("No persistence.xml on the class path has a unit " + domain);
    }

    private static List<MigrationFile> readMigrations(URI root) throws IOException {
        if (!root.getScheme().equals("jar")) {
            return read(Path.of(root).resolve("db"));
        }
        String jar = root.toString().substring("jar:".length(), root.toString().indexOf("!/"));
        try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
            return read(files.getPath("db"));
        }
    }

    private static List<MigrationFile> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
                    .map(TestUnit::migration)
                    .toList();
        }
    }

    private static MigrationFile migration(Path file) {
        try {
            return new MigrationFile(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
