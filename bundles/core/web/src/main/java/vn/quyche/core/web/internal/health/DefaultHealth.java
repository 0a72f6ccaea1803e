package vn.quyche.core.web.internal.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.web.internal.link.AccountsLink;
import vn.quyche.core.web.internal.link.BootLink;

/**
 * Asks every health check, and looks at the container itself: bundles, components, first start.
 *
 * <p>Needs no other service of ours, so that it can tell what is wrong when nothing works. A report is kept for a second,
 * since anyone may ask; one that is not ready for a tenth of that, since a start waits for the next.
 */
@Component(service = {Health.class, DefaultHealth.class})
public final class DefaultHealth implements Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long READY_KEPT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long UNREADY_KEPT_NANOS = READY_KEPT_NANOS / 10;
    private static final Comparator<Line> WORST_FIRST =
            Comparator.comparing(Line::status).reversed().thenComparing(Line::name);

    private final Map<HealthCheck, PatientCheck> checks = new ConcurrentHashMap<>();
    private final Container container;
    private final AccountsLink accounts;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "quyche-health");
        thread.setDaemon(true);
        return thread;
    });

    /** How often checks came or went: a report is told only while it knows all of them. */
    private final AtomicInteger changes = new AtomicInteger();

    private Kept kept;

    private record Kept(Report report, int changes, long at) {
        boolean fresh(int now) {
            return changes == now && System.nanoTime() - at < (report.ready() ? READY_KEPT_NANOS : UNREADY_KEPT_NANOS);
        }
    }

    @Activate
    public DefaultHealth(
            BundleContext context,
            @Reference ServiceComponentRuntime components,
            @Reference BootLink boot,
            @Reference AccountsLink accounts) {
        this(new OsgiContainer(context, components, boot), accounts);
    }

    DefaultHealth(Container container, AccountsLink accounts) {
        this.container = container;
        this.accounts = accounts;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(HealthCheck check) {
        checks.put(check, new PatientCheck(check));
        changes.incrementAndGet();
    }

    void removeCheck(HealthCheck check) {
        checks.remove(check);
        changes.incrementAndGet();
    }

    @Override
    public Report report(Caller caller) {
        accounts.require(caller);
        return report();
    }

    /** The report of this moment for those who guard it themselves. Checks come and go meanwhile without waiting for it. */
    synchronized Report report() {
        int now = changes.get();
        if (kept == null || !kept.fresh(now)) {
            kept = new Kept(look(), now, System.nanoTime());
        }
        return kept.report();
    }

    private static boolean blocks(Line line) {
        return line.essential() && line.status() == HealthCheck.Status.DOWN;
    }

    private Report look() {
        List<PatientCheck> asked = List.copyOf(checks.values());
        asked.forEach(check -> check.start(threads));
        List<Line> lines = new ArrayList<>(container.look());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (PatientCheck check : asked) {
            lines.add(check.answer(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
        }
        lines.sort(WORST_FIRST);
        return new Report(lines.stream().noneMatch(DefaultHealth::blocks), List.copyOf(lines));
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    /** What the container itself tells. */
    interface Container {
        List<Line> look();
    }
}
