package vn.quyche.core.persistence.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.web.HealthCheck;

/**
 * Opens the configured database and publishes its pool, as a {@code DataSource} with {@code quyche.pool=true}.
 *
 * <p>Keeps trying while the database cannot be reached: everything that needs it waits for the service. A change of the
 * configuration takes the service away and brings a new one, on which everything starts anew.
 */
@Component(immediate = true, configurationPid = DatabaseConfig.PID)
@Designate(ocd = DatabaseConfig.class)
public final class Database implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long LOOK_SECONDS = 10;
    private static final int VALID_SECONDS = 5;
    private static final Result OPENING = Result.down("Đang mở cơ sở dữ liệu");
    /** Property of the container: the packed database with which a new school begins. */
    private static final String BLANK = "quyche.blank";

    private static final String DERBY_LOG = "derby.stream.error.file";

    private final BundleContext context;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "quyche-database"));
    private volatile Result health = OPENING;
    private Settings settings;
    private DatabaseUrl url;
    private ServiceTracker<DataSourceFactory, DataSourceFactory> factories;
    private DataSourceFactory factory;
    private HikariDataSource pool;
    private ServiceRegistration<DataSource> registration;

    @Activate
    public Database(BundleContext context, DatabaseConfig config) {
        this.context = context;
        start(Settings.of(config));
        thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Moves to the new database; nothing happens when only what does not concern us changed. */
    @Modified
    void modified(DatabaseConfig config) {
        Settings changed = Settings.of(config);
        if (!changed.equals(settings)) {
            stopTracking();
            start(changed);
        }
    }

    @Deactivate
    void stop() {
        stopTracking();
        thread.shutdown();
    }

    @Override
    public String name() {
        return "persistence.database";
    }

    @Override
    public boolean essential() {
        return true;
    }

    @Override
    public Result check() {
        return health;
    }

    private void start(Settings wanted) {
        ServiceTracker<DataSourceFactory, DataSourceFactory> made;
        synchronized (this) {
            settings = wanted;
            health = OPENING;
            try {
                url = DatabaseUrl.of(wanted.url(), context::getProperty);
            } catch (IllegalArgumentException e) {
                LOG.error("The database is not configured: {}", e.getMessage());
                health = Result.down(e.getMessage() + "; sửa " + DatabaseConfig.PID + ".cfg");
                return;
            }
            made = track(url.factoryFilter());
            factories = made;
        }
        made.open();
    }

    private void stopTracking() {
        ServiceTracker<DataSourceFactory, DataSourceFactory> old;
        synchronized (this) {
            old = factories;
            factories = null;
        }
        if (old != null) {
            old.close();
        }
    }

    private ServiceTracker<DataSourceFactory, DataSourceFactory> track(String filter) {
        try {
            return new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), null) {
                @Override
                public DataSourceFactory addingService(ServiceReference<DataSourceFactory> reference) {
                    DataSourceFactory added = super.addingService(reference);
                    synchronized (Database.this) {
                        factory = added;
                    }
                    // In a thread of its own: all that waits for the data starts in it, while other bundles start.
                    thread.execute(Database.this::look);
                    return added;
                }

                @Override
                public void removedService(ServiceReference<DataSourceFactory> reference, DataSourceFactory removed) {
                    closePool();
                    super.removedService(reference, removed);
                }
            };
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens what is not open yet; asks what is open whether it still lives. */
    private void look() {
        HikariDataSource open = open();
        DatabaseUrl where;
        synchronized (this) {
            where = url;
        }
        if (open != null) {
            health = ask(open, where);
        }
    }

    /** The pool; null while there is none. Services are registered outside of the lock: who waits for them starts in it. */
    private HikariDataSource open() {
        HikariDataSource opened;
        synchronized (this) {
            if (pool != null || factory == null) {
                return pool;
            }
            openPool();
            opened = pool;
        }
        if (opened != null) {
            publish(opened);
        }
        return opened;
    }

    private void publish(HikariDataSource opened) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("quyche.pool", true);
        ServiceRegistration<DataSource> made = context.registerService(DataSource.class, opened, properties);
        synchronized (this) {
            if (pool == opened) {
                registration = made;
                return;
            }
        }
        made.unregister();
    }

    private static Result ask(DataSource source, DatabaseUrl where) {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(VALID_SECONDS)
                    ? Result.ok(where.shown())
                    : Result.down(where.shown() + " không trả lời");
        } catch (SQLException e) {
            return Result.down(where.shown() + ": " + reason(e));
        }
    }

    private void openPool() {
        keepDerbyLogWithTheData();
        layBlank();
        try {
            pool = new HikariDataSource(settings.pool(url, factory));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database {} cannot be opened; tried again in {} s: {}", url.shown(), LOOK_SECONDS, reason(e));
            health = Result.down(url.shown() + ": " + reason(e));
            return;
        }
        LOG.info("Database {}", url.shown());
        health = Result.ok(url.shown());
    }

    private void closePool() {
        HikariDataSource old;
        ServiceRegistration<DataSource> published;
        synchronized (this) {
            old = pool;
            published = registration;
            factory = null;
            pool = null;
            registration = null;
            health = OPENING;
        }
        if (published != null) {
            published.unregister();
        }
        if (old != null) {
            old.close();
        }
    }

    /** A new school begins with what the distribution brings; without it, it is made by the migrations. */
    private void layBlank() {
        String zip = context.getProperty(BLANK);
        try {
            if (zip != null && BlankDatabase.lay(url, Path.of(zip))) {
                LOG.info("The school begins with {}", zip);
            }
        } catch (IOException | InvalidPathException e) {
            LOG.warn("The school does not begin with {}: {}", zip, reason(e));
        }
    }

    /** Derby takes this by a system property only, and would write into whatever folder the server was started from. */
    private void keepDerbyLogWithTheData() {
        String data = context.getProperty("quyche.data");
        if (url.isPostgres() || data == null || System.getProperty(DERBY_LOG) != null) {
            return;
        }
        try {
            Path folder = Files.createDirectories(Path.of(data));
            System.setProperty(DERBY_LOG, folder.resolve("derby.log").toString());
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be made: {}", data, e.getMessage());
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    }
}
