package vn.quyche.core.directory.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.directory.spi.LeavingSource;

/** The bundles that add items to the leaving checklist, as they come and go. */
@Component(service = LeavingSources.class)
public class LeavingSources {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    final List<LeavingSource> sources = new CopyOnWriteArrayList<>();

    /** None until DS adds them. */
    public LeavingSources() {}

    /** For tests. */
    public LeavingSources(List<LeavingSource> sources) {
        this.sources.addAll(sources);
    }

    /** All that are there now. */
    List<LeavingSource> all() {
        return List.copyOf(sources);
    }

    /** The source of a domain; empty while its bundle is not there. */
    Optional<LeavingSource> of(String domain) {
        return sources.stream().filter(source -> source.domain().equals(domain)).findFirst();
    }
}
