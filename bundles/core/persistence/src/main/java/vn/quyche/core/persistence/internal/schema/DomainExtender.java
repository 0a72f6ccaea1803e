package vn.quyche.core.persistence.internal.schema;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.persistence.internal.tx.ThreadTx;

/**
 * Gives each bundle with a {@code Quyche-Domain} and migrations in {@code db/} its schema, and only then the data source
 * that its persistence unit waits for. A schema that cannot be brought to where its bundle needs it holds up nobody else;
 * it is tried again from time to time, and shown.
 */
@Component(immediate = true)
public final class DomainExtender implements HealthCheck, BundleTrackerCustomizer<DomainExtender.Domain> {

    private static final Logger LOG = LoggerFactory.getLogger(DomainExtender.class);
    private static final String HEADER = "Quyche-Domain";
    private static final long RETRY_SECONDS = 30;

    private final BundleContext context;
    private final SchemaMigrator migrator;
    private final DataSource pool;
    private final DataSource source;
    private final Map<Long, Domain> domains = new ConcurrentHashMap<>();
    private final BundleTracker<Domain> tracker;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "quyche-schema"));

    @Activate
    public DomainExtender(
            BundleContext context, @Reference(target = "(quyche.pool=true)") DataSource pool, @Reference ThreadTx tx) {
        this.context = context;
        this.migrator = new SchemaMigrator(pool);
        this.pool = pool;
        this.source = tx.dataSource();
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
        thread.scheduleWithFixedDelay(this::retry, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        // Closed first: what is still in line is gone then, and passed over. Nothing is interrupted: Derby would shut
        // the database down.
        tracker.close();
        thread.shutdown();
    }

    @Override
    public Domain addingBundle(Bundle bundle, BundleEvent event) {
        String name = bundle.getHeaders().get(HEADER);
        Enumeration<URL> files = name == null ? null : bundle.findEntries("db", "V*.sql", false);
        if (files == null) {
            return null;
        }
        Domain domain = new Domain(name.strip(), bundle, Collections.list(files));
        domains.put(bundle.getBundleId(), domain);
        // In a thread of its own: all that waits for the data starts in it, while other bundles start.
        thread.execute(() -> bringUp(domain));
        return domain;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Domain domain) {
        // From STARTING to ACTIVE: nothing changes for its schema.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Domain domain) {
        domains.remove(bundle.getBundleId());
        domain.withdraw();
        renewConnections();
    }

    /**
     * Closes the pool's idle connections now and the others when they come back: one of Derby keeps the stack of whoever
     * had a statement compiled first, and with it the class loader of a bundle that is gone.
     */
    private void renewConnections() {
        try {
            if (pool.isWrapperFor(HikariDataSource.class)) {
                pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
            }
        } catch (SQLException e) {
            LOG.warn("The connections of the pool stay as they are", e);
        }
    }

    @Override
    public String name() {
        return "persistence.schemas";
    }

    /** Without core's own schemas nothing works; a domain that stays out leaves the others as they are. */
    @Override
    public boolean essential() {
        return domains.values().stream()
                .anyMatch(domain -> !domain.error().isEmpty()
                        && domain.bundle().getSymbolicName().startsWith("vn.quyche.core."));
    }

    @Override
    public Result check() {
        List<String> wrong = domains.values().stream()
                .filter(domain -> !domain.error().isEmpty())
                .map(domain -> domain.bundle().getSymbolicName() + " "
                        + domain.bundle().getVersion() + ": " + domain.error())
                .sorted()
                .toList();
        return wrong.isEmpty()
                ? Result.ok(domains.size() + " lược đồ đúng phiên bản: "
                        + domains.values().stream().map(Domain::name).sorted().collect(Collectors.joining(", ")))
                : Result.down("Lược đồ không dùng được: " + String.join("; ", wrong)
                        + "; cài đúng bản của gói hoặc phục hồi bản sao lưu");
    }

    private void retry() {
        domains.values().stream().filter(domain -> !domain.error().isEmpty()).forEach(this::bringUp);
    }

    private void bringUp(Domain domain) {
        if (!domain.gone() && migrate(domain)) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("osgi.jndi.service.name", "quyche-" + domain.name());
            domain.publish(context, source, properties);
        }
    }

    private boolean migrate(Domain domain) {
        long start = System.nanoTime();
        try {
            int done = migrator.migrate(domain.name(), domain.files());
            LOG.info(
                    "Schema of {}: {} migrations in {} ms",
                    domain.name(),
                    done,
                    (System.nanoTime() - start) / 1_000_000);
            domain.failed("");
            return true;
        } catch (SchemaException | IOException e) {
            if (domain.failed(e.getMessage())) {
                LOG.error("{} stays without its data: {}", domain.bundle(), e.getMessage(), e);
            }
            return false;
        }
    }

    /** A bundle with a schema. */
    static final class Domain {

        private final String name;
        private final Bundle bundle;
        private final List<URL> urls;
        private ServiceRegistration<DataSource> registration;
        private boolean gone;
        private String error = "";

        private Domain(String name, Bundle bundle, List<URL> urls) {
            this.name = name;
            this.bundle = bundle;
            this.urls = urls;
        }

        private String name() {
            return name;
        }

        private Bundle bundle() {
            return bundle;
        }

        private synchronized String error() {
            return error;
        }

        private synchronized boolean gone() {
            return gone;
        }

        /** Notes the state; true when it is news. */
        private synchronized boolean failed(String message) {
            boolean news = !error.equals(message);
            error = message;
            return news;
        }

        private List<MigrationFile> files() throws IOException {
            List<MigrationFile> files = new ArrayList<>();
            for (URL url : urls) {
                try (InputStream in = url.openStream()) {
                    files.add(new MigrationFile(
                            url.getPath().substring(url.getPath().lastIndexOf('/') + 1),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            return files;
        }

        private void publish(BundleContext context, DataSource source, Dictionary<String, Object> properties) {
            ServiceRegistration<DataSource> made = context.registerService(DataSource.class, source, properties);
            synchronized (this) {
                if (!gone) {
                    registration = made;
                    return;
                }
            }
            made.unregister();
        }

        private void withdraw() {
            ServiceRegistration<DataSource> old;
            synchronized (this) {
                gone = true;
                old = registration;
                registration = null;
            }
            if (old != null) {
                old.unregister();
            }
        }
    }
}
