package vn.quyche.core.web.internal.link;

import org.apache.karaf.features.BootFinished;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Knows whether the container has installed everything that it should start with. */
@Component(service = BootLink.class)
public final class BootLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile BootFinished finished;

    /** Whether the features of the first start are all there. */
    public boolean available() {
        return finished != null;
    }
}
