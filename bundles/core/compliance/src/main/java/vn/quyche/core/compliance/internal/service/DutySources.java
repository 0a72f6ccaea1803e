package vn.quyche.core.compliance.internal.service;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Occupancy;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.DutySource;

/**
 * The recurring rules of the running bundles: those of their packs and those of their code. What is done with a rule of code
 * ends before its bundle goes; a source that fails holds up no other one.
 */
@Component(service = DutySources.class)
public final class DutySources {

    private static final Logger LOG = LoggerFactory.getLogger(DutySources.class);

    private final PackRegulations packs;
    private final Map<DutySource, Occupancy> sources = new ConcurrentHashMap<>();

    @Activate
    public DutySources(@Reference PackRegulations packs) {
        this.packs = packs;
    }

    /** A bundle with rules came. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(DutySource source) {
        sources.put(source, new Occupancy());
    }

    void remove(DutySource source) {
        Occupancy occupancy = sources.remove(source);
        if (occupancy != null) {
            occupancy.close();
        }
    }

    /** How many bundles have rules in code. */
    public int size() {
        return sources.size();
    }

    /**
     * Does something with each rule.
     *
     * @param failed hears the names of sources whose rules cannot be read
     */
    public <T> List<T> each(Function<DutyRule, T> work, Consumer<String> failed) {
        return Stream.concat(
                        packs.dutyRules().stream().map(work).toList().stream(),
                        sources.keySet().stream()
                                .sorted(Comparator.comparing(
                                        source -> source.getClass().getName()))
                                .flatMap(source -> ask(source, work, failed).stream()))
                .toList();
    }

    /** Does something with each rule; what fails is thrown, but for sources whose rules cannot be read. */
    <T> List<T> each(Function<DutyRule, T> work) {
        return each(work, failed -> {});
    }

    private <T> List<T> ask(DutySource source, Function<DutyRule, T> work, Consumer<String> failed) {
        Occupancy occupancy = sources.get(source);
        if (occupancy == null || !occupancy.enter()) {
            return List.of();
        }
        try {
            return rules(source, failed).stream().map(work).toList();
        } finally {
            occupancy.leave();
        }
    }

    private static List<DutyRule> rules(DutySource source, Consumer<String> failed) {
        try {
            return source.rules();
        } catch (RuntimeException e) {
            LOG.error(
                    "The recurring duties of {} could not be read",
                    source.getClass().getName(),
                    e);
            failed.accept(source.getClass().getSimpleName());
            return List.of();
        }
    }
}
