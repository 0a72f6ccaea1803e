package vn.quyche.core.web.internal.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.web.internal.link.BootLink;

/**
 * Asks every health check, and looks at the container itself: bundles, components, first start.
 *
 * <p>Needs no other service of ours, so that it can tell what is wrong when nothing works. A report is kept for a second,
 * since anyone may ask.
 */
@Component(service = Health.class)
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Comparator<HealthReport.Line> WORST_FIRST = Comparator.comparing(HealthReport.Line::status)
            .reversed()
            .thenComparing(HealthReport.Line::name);

    private final Map<HealthCheck, PatientCheck> checks = new ConcurrentHashMap<>();
    private final Container container;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "quyche-health");
        thread.setDaemon(true);
        return thread;
    });

    private HealthReport kept;
    private long keptAt;

    @Activate
    public Health(BundleContext context, @Reference ServiceComponentRuntime components, @Reference BootLink boot) {
        this(new OsgiContainer(context, components, boot));
    }

    Health(Container container) {
        this.container = container;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(HealthCheck check) {
        checks.put(check, new PatientCheck(check));
        forget();
    }

    void removeCheck(HealthCheck check) {
        checks.remove(check);
        forget();
    }

    /** How the platform fares now. */
    public synchronized HealthReport report() {
        if (kept == null || System.nanoTime() - keptAt > KEPT_NANOS) {
            kept = look();
            keptAt = System.nanoTime();
        }
        return kept;
    }

    private synchronized void forget() {
        kept = null;
    }

    private HealthReport look() {
        List<PatientCheck> asked = List.copyOf(checks.values());
        asked.forEach(check -> check.start(threads));
        List<HealthReport.Line> lines = new ArrayList<>(container.look());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (PatientCheck check : asked) {
            lines.add(check.answer(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
        }
        lines.sort(WORST_FIRST);
        return new HealthReport(lines.stream().noneMatch(HealthReport.Line::blocks), List.copyOf(lines));
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    /** What the container itself tells. */
    interface Container {
        List<HealthReport.Line> look();
    }
}
