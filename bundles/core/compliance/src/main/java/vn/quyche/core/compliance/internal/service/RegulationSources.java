package vn.quyche.core.compliance.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.compliance.internal.model.CriteriaSet;
import vn.quyche.core.compliance.internal.model.LegalBasis;
import vn.quyche.core.compliance.internal.model.PackReader;
import vn.quyche.core.compliance.internal.model.RegulationSource;
import vn.quyche.core.compliance.internal.model.SourceReader;

/** The regulations and legal bases that the running bundles bring along, from which a school may start its own. */
@Component(service = RegulationSources.class)
public final class RegulationSources implements BundleTrackerCustomizer<RegulationSources.Brought> {

    private static final Logger LOG = LoggerFactory.getLogger(RegulationSources.class);

    private final Map<Object, Brought> shelf = new ConcurrentHashMap<>();
    private final Optional<BundleTracker<Brought>> tracker;

    /** What one bundle brings. */
    public record Brought(List<RegulationSource> sources, List<LegalBasis> bases, List<CriteriaSet> criteria) {}

    @Activate
    public RegulationSources(BundleContext context) {
        BundleTracker<Brought> opened = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        this.tracker = Optional.of(opened);
        opened.open();
    }

    /** What is given, without a framework around. */
    RegulationSources(Brought brought) {
        this.tracker = Optional.empty();
        shelf.put(brought, brought);
    }

    @Deactivate
    void close() {
        tracker.ifPresent(BundleTracker::close);
    }

    @Override
    public Brought addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getHeaders().get("Quyche-Domain") == null) {
            return null;
        }
        List<RegulationSource> sources = new ArrayList<>();
        List<LegalBasis> bases = new ArrayList<>();
        var files = bundle.findEntries("regulation/sources", "*.json", false);
        for (URL file : files == null ? List.<URL>of() : Collections.list(files)) {
            read(bundle, file, json -> sources.add(SourceReader.source(json)));
        }
        List<CriteriaSet> criteria = new ArrayList<>();
        var sets = bundle.findEntries("regulation/criteria", "*.json", false);
        for (URL file : sets == null ? List.<URL>of() : Collections.list(sets)) {
            read(bundle, file, json -> criteria.add(SourceReader.criteria(json)));
        }
        URL register = bundle.getEntry("regulation/legal-bases.json");
        if (register != null) {
            read(bundle, register, json -> bases.addAll(SourceReader.bases(json)));
        }
        if (sources.isEmpty() && bases.isEmpty() && criteria.isEmpty()) {
            return null;
        }
        Brought brought = new Brought(List.copyOf(sources), List.copyOf(bases), List.copyOf(criteria));
        shelf.put(bundle.getBundleId(), brought);
        return brought;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Brought brought) {
        // from starting to active: nothing changes
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Brought brought) {
        shelf.remove(bundle.getBundleId());
    }

    /** All packs by code. */
    public List<RegulationSource> all() {
        return shelf.values().stream()
                .flatMap(brought -> brought.sources().stream())
                .sorted(Comparator.comparing(RegulationSource::code))
                .toList();
    }

    /** One pack. */
    public Optional<RegulationSource> find(String code) {
        return all().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The sets of criteria by code. */
    public List<CriteriaSet> criteria() {
        return shelf.values().stream()
                .flatMap(brought -> brought.criteria().stream())
                .sorted(Comparator.comparing(CriteriaSet::code))
                .toList();
    }

    /** The register of legal bases by code. */
    public List<LegalBasis> bases() {
        return shelf.values().stream()
                .flatMap(brought -> brought.bases().stream())
                .sorted(Comparator.comparing(LegalBasis::code))
                .toList();
    }

    /** The act with a code. */
    public Optional<LegalBasis> basis(String code) {
        return bases().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The act that a line of a decision cites, found by its number. */
    public Optional<LegalBasis> cited(String line) {
        return bases().stream()
                .filter(one -> contains(line, one.number()))
                .max(Comparator.comparingInt(one -> one.number().length()));
    }

    /** Whether the number stands in the line, and not as the end of a longer one. */
    private static boolean contains(String line, String number) {
        int at = line.indexOf(number);
        return at >= 0 && (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)));
    }

    private interface Reading {
        void read(byte[] json) throws IOException;
    }

    private static void read(Bundle bundle, URL file, Reading reading) {
        try (InputStream in = file.openStream()) {
            reading.read(in.readNBytes(PackReader.MAX_BYTES));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} of {} is left out: {}", file.getPath(), bundle.getSymbolicName(), e.getMessage());
        }
    }
}
