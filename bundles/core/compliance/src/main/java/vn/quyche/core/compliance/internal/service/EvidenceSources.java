package vn.quyche.core.compliance.internal.service;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import vn.quyche.core.api.Occupancy;
import vn.quyche.core.api.compliance.spi.EvidenceSource;

/** The sources of evidence of the running bundles, as they come and go. Who is being asked ends before its bundle goes. */
@Component(service = EvidenceSources.class)
public final class EvidenceSources {

    private final Map<EvidenceSource, Occupancy> sources = new ConcurrentHashMap<>();

    /** None until DS adds them. */
    @Activate
    public EvidenceSources() {}

    /** For tests. */
    public EvidenceSources(List<EvidenceSource> given) {
        given.forEach(this::add);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(EvidenceSource source) {
        sources.put(source, new Occupancy());
    }

    void remove(EvidenceSource source) {
        Occupancy occupancy = sources.remove(source);
        if (occupancy != null) {
            occupancy.close();
        }
    }

    /** All that are there now, by name. */
    public List<EvidenceSource> all() {
        return sources.keySet().stream()
                .sorted(Comparator.comparing(EvidenceSource::name))
                .toList();
    }

    /** Asks a source something; empty when it has gone meanwhile. */
    public <T> Optional<T> ask(EvidenceSource source, Function<EvidenceSource, T> question) {
        Occupancy occupancy = sources.get(source);
        if (occupancy == null || !occupancy.enter()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(source));
        } finally {
            occupancy.leave();
        }
    }
}
