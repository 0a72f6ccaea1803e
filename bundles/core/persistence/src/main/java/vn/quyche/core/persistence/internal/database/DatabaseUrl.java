package vn.quyche.core.persistence.internal.database;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * Where the database is.
 *
 * @param url the JDBC URL, with its places filled
 * @param driverClass the driver, by which the factory service is found
 */
public record DatabaseUrl(String url, String driverClass) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");

    /**
     * Reads the configured URL.
     *
     * @param configured the URL, in which {@code ${name}} stands for a property
     * @param properties gives the properties, null where there is none
     * @throws IllegalArgumentException when it cannot be understood; the message is for the administrator
     */
    public static DatabaseUrl of(String configured, UnaryOperator<String> properties) {
        Matcher place = PLACE.matcher(configured);
        StringBuilder url = new StringBuilder();
        while (place.find()) {
            String value = properties.apply(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("${" + place.group(1) + "} chưa được đặt trong " + configured);
            }
            place.appendReplacement(url, Matcher.quoteReplacement(value));
        }
        place.appendTail(url);
        if (url.indexOf("jdbc:derby:") == 0) {
            return new DatabaseUrl(url.toString(), "org.apache.derby.iapi.jdbc.AutoloadedDriver");
        }
        if (url.indexOf("jdbc:postgresql:") == 0) {
            return new DatabaseUrl(url.toString(), "org.postgresql.Driver");
        }
        throw new IllegalArgumentException("URL phải bắt đầu bằng jdbc:derby: hoặc jdbc:postgresql:");
    }

    /** Whether it is PostgreSQL; else it is the embedded Derby. */
    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** The filter of the factory service that can open it. */
    String factoryFilter() {
        return "(&(objectClass=" + DataSourceFactory.class.getName() + ")(" + DataSourceFactory.OSGI_JDBC_DRIVER_CLASS
                + "=" + driverClass + "))";
    }

    /** The URL without what may hold a password. */
    String shown() {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }
}
