package vn.quyche.core.persistence.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
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
 * configuration makes a new component, thus a new pool, on which everything starts anew.
 */
@Component(immediate = true, configurationPid = DatabaseConfig.PID)
@Designate(ocd = DatabaseConfig.class)
public final class Database implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long LOOK_SECONDS = 10;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int VALID_SECONDS = 5;

    private final BundleContext context;
    private final DatabaseConfig config;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "quyche-database"));
    private volatile Result health = Result.down("Đang mở cơ sở dữ liệu");
    private ServiceTracker<DataSourceFactory, DataSourceFactory> factories;
    private DatabaseUrl url;
    private HikariDataSource pool;
    private ServiceRegistration<DataSource> registration;

    @Activate
    public Database(BundleContext context, DatabaseConfig config) throws InvalidSyntaxException {
        this.context = context;
        this.config = config;
        try {
            url = DatabaseUrl.of(config.url(), context::getProperty);
        } catch (IllegalArgumentException e) {
            LOG.error("The database is not configured: {}", e.getMessage());
            health = Result.down(e.getMessage() + "; sửa " + DatabaseConfig.PID + ".cfg");
            return;
        }
        factories = new ServiceTracker<>(context, context.createFilter(url.factoryFilter()), null) {
            @Override
            public DataSourceFactory addingService(ServiceReference<DataSourceFactory> reference) {
                DataSourceFactory factory = super.addingService(reference);
                openPool(factory);
                return factory;
            }

            @Override
            public void removedService(ServiceReference<DataSourceFactory> reference, DataSourceFactory factory) {
                closePool();
                super.removedService(reference, factory);
            }
        };
        factories.open();
        thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
        if (factories != null) {
            factories.close();
        }
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

    /** Opens what is not open yet; asks what is open whether it still lives. */
    private void look() {
        try {
            HikariDataSource open = opened();
            if (open == null) {
                DataSourceFactory factory = factories.getService();
                if (factory != null) {
                    openPool(factory);
                }
                return;
            }
            try (Connection connection = open.getConnection()) {
                health = connection.isValid(VALID_SECONDS)
                        ? Result.ok(url.shown())
                        : Result.down(url.shown() + " không trả lời");
            }
        } catch (SQLException | RuntimeException e) {
            health = Result.down(url.shown() + ": " + e.getMessage());
        }
    }

    private synchronized HikariDataSource opened() {
        return pool;
    }

    private synchronized void openPool(DataSourceFactory factory) {
        if (pool != null) {
            return;
        }
        try {
            pool = new HikariDataSource(poolConfig(factory));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database {} cannot be opened; tried again in {} s: {}", url.shown(), LOOK_SECONDS, cause(e));
            health = Result.down(url.shown() + ": " + cause(e));
            return;
        }
        LOG.info("Database {}", url.shown());
        health = Result.ok(url.shown());
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("quyche.pool", true);
        registration = context.registerService(DataSource.class, pool, properties);
    }

    private synchronized void closePool() {
        if (pool != null) {
            registration.unregister();
            pool.close();
            pool = null;
            health = Result.down("Đang mở cơ sở dữ liệu");
        }
    }

    private HikariConfig poolConfig(DataSourceFactory factory) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, url.url());
        if (!config.user().isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_USER, config.user());
        }
        if (!config.password().isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_PASSWORD, config.password());
        }
        if (url.isPostgres()) {
            // The server's details quote rows, and rows hold personal data.
            properties.setProperty("logServerErrorDetail", "false");
            properties.setProperty("ApplicationName", "quyche");
        }
        HikariConfig pooled = new HikariConfig();
        pooled.setPoolName("quyche");
        pooled.setDataSource(factory.createDataSource(properties));
        pooled.setMaximumPoolSize(config.maxPoolSize());
        pooled.setConnectionTimeout(CONNECT_MILLIS);
        return pooled;
    }

    private static String cause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    }
}
