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
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.web.internal.link.AccountsLink;
import vn.quyche.core.web.internal.link.BootLink;

/**
 * Asks every health check, and looks at the container itself: bundles, components, first start.
 *
 * <p>Needs no other service of ours, so that it can tell what is wrong when nothing works. A report is kept for a second,
 * since anyone may ask.
 */
@Component(service = {Health.class, DefaultHealth.class})
public final class DefaultHealth implements Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();
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

    private Report kept;
    private long keptAt;

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
        forget();
    }

    void removeCheck(HealthCheck check) {
        checks.remove(check);
        forget();
    }

    @Override
    public Report report(Caller caller) {
        accounts.require(caller);
        return report();
    }

    /** The report of this moment for those who guard it themselves. */
    synchronized Report report() {
        if (kept == null || System.nanoTime() - keptAt > KEPT_NANOS) {
            kept = look();
            keptAt = System.nanoTime();
        }
        return kept;
    }

    private static boolean blocks(Line line) {
        return line.essential() && line.status() == HealthCheck.Status.DOWN;
    }

    private synchronized void forget() {
        kept = null;
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
