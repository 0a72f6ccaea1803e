package vn.quyche.core.web.internal.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.Writer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Door;

/**
 * Counts and times what passes the doors.
 *
 * <p>Has a registry of its own: the library's static one would outlive the bundle.
 */
@Component(service = Meters.class)
public final class Meters {

    private static final double[] BUCKETS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    private final CollectorRegistry registry = new CollectorRegistry(true);
    private final Counter requests = Counter.build("quyche_requests_total", "Requests by door, domain and status.")
            .labelNames("door", "domain", "status")
            .register(registry);
    private final Histogram seconds = Histogram.build("quyche_request_seconds", "Time to answer by door and domain.")
            .labelNames("door", "domain")
            .buckets(BUCKETS)
            .register(registry);

    @Activate
    public Meters() {
        DefaultExports.register(registry);
        new PoolCollector().register(registry);
    }

    /**
     * Counts one answered request.
     *
     * @param domain the domain, one of those installed; empty for none
     * @param status the HTTP status
     * @param nanos how long it took
     */
    public void answered(Door door, String domain, int status, long nanos) {
        String label = domain.isEmpty() ? "none" : domain;
        requests.labels(door.name(), label, Integer.toString(status)).inc();
        seconds.labels(door.name(), label).observe(nanos / 1e9);
    }

    /** Writes everything in the text format of Prometheus. */
    public void write(Writer writer) throws IOException {
        TextFormat.write004(writer, registry.metricFamilySamples());
    }
}
