package vn.quyche.core.persistence.internal.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.util.Properties;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * What the configuration says, as a value that can be compared.
 *
 * @param url the JDBC URL, its places not filled yet
 * @param user the user, or empty
 * @param password the password, or empty
 * @param maxPoolSize how many connections there may be
 */
record Settings(String url, String user, String password, int maxPoolSize) {

    private static final int CONNECT_MILLIS = 10_000;

    static Settings of(DatabaseConfig config) {
        return new Settings(config.url(), config.user(), config.password(), config.maxPoolSize());
    }

    /** The pool over the database that the factory can open. */
    HikariConfig pool(DatabaseUrl database, DataSourceFactory factory) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, database.url());
        if (!user.isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_USER, user);
        }
        if (!password.isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_PASSWORD, password);
        }
        if (database.isPostgres()) {
            // The server's details quote rows, and rows hold personal data.
            properties.setProperty("logServerErrorDetail", "false");
            properties.setProperty("ApplicationName", "quyche");
        }
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("quyche");
        pool.setDataSource(factory.createDataSource(properties));
        pool.setMaximumPoolSize(maxPoolSize);
        pool.setConnectionTimeout(CONNECT_MILLIS);
        return pool;
    }

    @Override
    public String toString() {
        return "Settings without secrets";
    }
}
