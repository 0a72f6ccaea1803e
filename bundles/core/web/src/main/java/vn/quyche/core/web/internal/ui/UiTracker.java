package vn.quyche.core.web.internal.ui;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.ui.UiModule;

/**
 * Puts the modules of all bundles into {@link UiModules} while they are there.
 *
 * <p>Apart from it, since modules of the shell use {@code UiModules} themselves.
 */
@Component(
        immediate = true,
        service = {})
public final class UiTracker {

    private static final Logger LOG = LoggerFactory.getLogger(UiTracker.class);

    private final UiModules modules;
    private final Map<UiModule, Contribution> tracked = new ConcurrentHashMap<>();

    @Activate
    public UiTracker(@Reference UiModules modules) {
        this.modules = modules;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addModule(ServiceReference<UiModule> reference, UiModule module) {
        Bundle bundle = reference.getBundle();
        Contribution contribution = new Contribution(module, new Templates(bundle::getEntry, UiModules::shellResource));
        tracked.put(module, contribution);
        modules.add(contribution);
    }

    void removeModule(UiModule module) {
        Contribution contribution = tracked.remove(module);
        if (contribution != null) {
            modules.remove(contribution);
            if (!contribution.occupancy().close()) {
                LOG.warn("The pages of {} go while one of them does not end", contribution.id());
            }
        }
    }
}
