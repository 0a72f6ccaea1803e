package vn.quyche.core.web.internal.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Connections of the database pools, as HikariCP shows them over JMX; nothing when it shows none. */
final class PoolCollector extends Collector {

    private static final String POOLS = "com.zaxxer.hikari:type=Pool (*)";

    @Override
    public List<MetricFamilySamples> collect() {
        GaugeMetricFamily connections = new GaugeMetricFamily(
                "quyche_pool_connections", "Connections of the database pool by state.", List.of("pool", "state"));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName pool : pools(server)) {
            String name = pool.getKeyProperty("type").replaceAll("^Pool \\(|\\)$", "");
            add(connections, server, pool, name, "active", "ActiveConnections");
            add(connections, server, pool, name, "idle", "IdleConnections");
            add(connections, server, pool, name, "waiting", "ThreadsAwaitingConnection");
        }
        return List.of(connections);
    }

    private static Set<ObjectName> pools(MBeanServer server) {
        try {
            return server.queryNames(new ObjectName(POOLS), null);
        } catch (JMException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static void add(
            GaugeMetricFamily family,
            MBeanServer server,
            ObjectName pool,
            String name,
            String state,
            String attribute) {
        try {
            Object value = server.getAttribute(pool, attribute);
            if (value instanceof Number number) {
                family.addMetric(List.of(name, state), number.doubleValue());
            }
        } catch (JMException gone) {
            // The pool was closed between the two looks: it has no connections to tell of.
            return;
        }
    }
}
