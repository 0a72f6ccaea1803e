package vn.quyche.wrap.derby;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;
import org.apache.derby.jdbc.EmbeddedConnectionPoolDataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * Makes data sources of the embedded Derby.
 *
 * <p>It is immediate, since it owns the engine: a delayed component would be deactivated, and the engine shut down,
 * whenever its last user lets go.
 */
@Component(
        immediate = true,
        property = {
            DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=derby",
            DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=org.apache.derby.iapi.jdbc.AutoloadedDriver"
        })
public final class DerbyDataSourceFactory implements DataSourceFactory {

    private static final String URL_PREFIX = "jdbc:derby:";

    @Override
    public DataSource createDataSource(Properties properties) throws SQLException {
        return configured(new EmbeddedDataSource(), properties);
    }

    @Override
    public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) throws SQLException {
        return configured(new EmbeddedConnectionPoolDataSource(), properties);
    }

    @Override
    public XADataSource createXADataSource(Properties properties) throws SQLException {
        return configured(new EmbeddedXADataSource(), properties);
    }

    @Override
    public Driver createDriver(Properties properties) {
        return new AutoloadedDriver();
    }

    /** Closes every database in order, so that the next start need not recover it. */
    @Deactivate
    void shutDown() {
        try {
            DriverManager.getConnection(URL_PREFIX + ";shutdown=true").close();
        } catch (SQLException farewell) {
            // Derby reports a successful shutdown as an exception (XJ015).
        }
    }

    /** Derby's data sources take a name and attributes, where JDBC gives one URL. */
    private static <T extends EmbeddedDataSource> T configured(T source, Properties properties) {
        String url = properties.getProperty(JDBC_URL);
        if (url != null) {
            String rest = url.substring(URL_PREFIX.length());
            int semicolon = rest.indexOf(';');
            source.setDatabaseName(semicolon < 0 ? rest : rest.substring(0, semicolon));
            if (semicolon >= 0) {
                source.setConnectionAttributes(rest.substring(semicolon + 1));
            }
        }
        if (properties.getProperty(JDBC_DATABASE_NAME) != null) {
            source.setDatabaseName(properties.getProperty(JDBC_DATABASE_NAME));
        }
        if (properties.getProperty(JDBC_USER) != null) {
            source.setUser(properties.getProperty(JDBC_USER));
        }
        if (properties.getProperty(JDBC_PASSWORD) != null) {
            source.setPassword(properties.getProperty(JDBC_PASSWORD));
        }
        return source;
    }
}
