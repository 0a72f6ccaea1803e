package vn.quyche.core.web.internal.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.web.internal.link.BootLink;

/**
 * Whether our bundles are started and our components have what they need. Until all have been, once, each holds the
 * platform up; after that only the core does: a domain that comes, goes or cannot start is told, and the others go on. A
 * domain that cannot start at all (its schema is newer, say) does not keep a school from opening: once the core is there, it
 * gets {@link #PATIENCE}, and then counts as one that came later.
 */
final class OsgiContainer implements DefaultHealth.Container {

    private static final String OURS = "vn.quyche.";
    private static final String CORE = "vn.quyche.core.";

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final BooleanSupplier installed;
    private final LongSupplier nanos;
    private boolean started;
    /** When the core was first seen to be there, as {@link #nanos} tells; empty while it is not. */
    private Optional<Long> coreThere = Optional.empty();

    OsgiContainer(BundleContext context, ServiceComponentRuntime components, BootLink boot) {
        this(context, components, boot::available, System::nanoTime);
    }

    /**
     * Looks at a container.
     *
     * @param installed whether the features of the first start are all there
     * @param nanos a clock that only goes on
     */
    OsgiContainer(
            BundleContext context, ServiceComponentRuntime components, BooleanSupplier installed, LongSupplier nanos) {
        this.context = context;
        this.components = components;
        this.installed = installed;
        this.nanos = nanos;
    }

    @Override
    public synchronized List<Health.Line> look() {
        Bundle[] ours = Stream.of(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null
                        && bundle.getSymbolicName().startsWith(OURS)
                        && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .toArray(Bundle[]::new);
        Bundle[] core = Stream.of(ours)
                .filter(bundle -> bundle.getSymbolicName().startsWith(CORE))
                .toArray(Bundle[]::new);
        List<String> starting = installed.getAsBoolean() ? List.of() : List.of("máy chủ còn đang cài các thành phần");
        List<String> idle = idle(ours);
        List<String> waiting = waiting(ours);
        boolean coreFails = !idle(core).isEmpty() || !waiting(core).isEmpty();
        if (!starting.isEmpty() || coreFails) {
            coreThere = Optional.empty();
        } else if (coreThere.isEmpty()) {
            coreThere = Optional.of(nanos.getAsLong());
        }
        started |= coreThere
                .filter(since -> idle.isEmpty() && waiting.isEmpty() || nanos.getAsLong() - since >= PATIENCE.toNanos())
                .isPresent();
        return List.of(
                line("platform.start", starting, true),
                line("platform.bundles", idle, !started || !idle(core).isEmpty()),
                line("platform.components", waiting, !started || !waiting(core).isEmpty()));
    }

    private static Health.Line line(String name, List<String> faults, boolean essential) {
        return new Health.Line(
                name,
                faults.isEmpty() ? HealthCheck.Status.OK : HealthCheck.Status.DOWN,
                essential,
                String.join("; ", faults));
    }

    private static List<String> idle(Bundle[] bundles) {
        return Stream.of(bundles)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " chưa chạy")
                .toList();
    }

    private List<String> waiting(Bundle[] bundles) {
        List<String> waiting = new ArrayList<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundles)) {
            if (components.isComponentEnabled(component)) {
                for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
                    if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                        waiting.add(component.name + " còn chờ "
                                + Stream.of(configuration.unsatisfiedReferences)
                                        .map(reference -> reference.name
                                                + (reference.target == null ? "" : " " + reference.target))
                                        .collect(Collectors.joining(", ")));
                    } else if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                        waiting.add(component.name + " không khởi động được, xem nhật ký máy chủ");
                    }
                }
            }
        }
        return waiting;
    }
}
