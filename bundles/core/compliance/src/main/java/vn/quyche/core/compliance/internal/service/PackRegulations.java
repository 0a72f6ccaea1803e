package vn.quyche.core.compliance.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.compliance.internal.model.ClauseOrder;
import vn.quyche.core.compliance.internal.model.Pack;
import vn.quyche.core.compliance.internal.model.PackReader;
import vn.quyche.core.compliance.internal.model.ParameterRule;
import vn.quyche.core.compliance.internal.store.JpaRegulationStore;

/** The regulations as the packs of the running bundles and the decisions of the school make them. */
@Component(
        service = {Regulations.class, PackRegulations.class, HealthCheck.class},
        immediate = true)
public final class PackRegulations implements Regulations, HealthCheck, BundleTrackerCustomizer<Pack> {

    private static final Logger LOG = LoggerFactory.getLogger(PackRegulations.class);
    private static final String DOMAIN_HEADER = "Quyche-Domain";
    private static final String PACK = "regulation/pack.json";

    private final PackShelf shelf = new PackShelf();
    private final JpaRegulationStore store;
    private final DecidedValues decided;
    private final AdoptedPlaces adopted;
    private final Optional<BundleTracker<Pack>> tracker;

    @Activate
    public PackRegulations(BundleContext context, @Reference JpaRegulationStore store, @Reference Clock clock) {
        this.store = store;
        this.decided = new DecidedValues(store::values, clock);
        this.adopted = new AdoptedPlaces(store::places, clock);
        // While a bundle stops, its last acts still ask for its parameters and clauses.
        BundleTracker<Pack> opened =
                new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, this);
        this.tracker = Optional.of(opened);
        opened.open();
    }

    /** Regulations of given packs, without a framework around. */
    public PackRegulations(List<Pack> packs, JpaRegulationStore store, Clock clock) {
        this.store = store;
        this.decided = new DecidedValues(store::values, clock);
        this.adopted = new AdoptedPlaces(store::places, clock);
        this.tracker = Optional.empty();
        packs.forEach(pack -> shelf.put(pack, pack));
    }

    @Deactivate
    void close() {
        tracker.ifPresent(BundleTracker::close);
    }

    @Override
    public Pack addingBundle(Bundle bundle, BundleEvent event) {
        String domain = bundle.getHeaders().get(DOMAIN_HEADER);
        URL resource = domain == null ? null : bundle.getEntry(PACK);
        if (resource == null) {
            return null;
        }
        Pack pack = read(domain, resource);
        shelf.put(bundle.getBundleId(), pack);
        pack.problems().forEach(problem -> LOG.warn("Regulation pack of {}: {}", domain, problem));
        return pack;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Pack pack) {
        // from starting to active: the pack stays the same
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Pack pack) {
        shelf.remove(bundle.getBundleId());
    }

    @Override
    public List<Clause> clauses() {
        return shelf.clauses().values().stream().map(adopted::cited).toList();
    }

    @Override
    public List<Clause> absentClauses() {
        Map<String, Clause> present = shelf.clauses();
        ClauseOrder order = new ClauseOrder();
        return store.rememberedClauses().stream()
                .filter(clause -> !present.containsKey(clause.id()))
                .map(adopted::cited)
                .sorted((a, b) -> order.compare(a.id(), b.id()))
                .toList();
    }

    @Override
    public Optional<Clause> clause(String id) {
        return Optional.ofNullable(shelf.clauses().get(id)).map(adopted::cited);
    }

    @Override
    public List<Parameter> parameters(LocalDate day) {
        return shelf.parameters().values().stream()
                .map(rule -> rule.with(value(rule, day)))
                .toList();
    }

    @Override
    public int intValue(String key, LocalDate day) {
        return Integer.parseInt(text(key, day));
    }

    @Override
    public Duration duration(String key, LocalDate day) {
        return Duration.parse(text(key, day));
    }

    @Override
    public boolean flag(String key, LocalDate day) {
        return Boolean.parseBoolean(text(key, day));
    }

    @Override
    public String text(String key, LocalDate day) {
        return value(
                shelf.parameter(key)
                        .orElseThrow(() -> new IllegalArgumentException("no pack declares parameter " + key)),
                day);
    }

    @Override
    public String name() {
        return "compliance.packs";
    }

    @Override
    public Result check() {
        List<String> problems = shelf.problems();
        return problems.isEmpty()
                ? Result.ok(shelf.clauses().size() + " điều khoản, "
                        + shelf.parameters().size() + " tham số")
                : Result.warn(problems.size() + " lỗi trong gói quy chế, lỗi đầu tiên: " + problems.get(0)
                        + ". Mục lỗi không có hiệu lực; sửa hoặc cập nhật gói.");
    }

    /** The hours in which nobody is reminded. */
    public QuietHours quietHours(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, VietnamTime.ZONE);
        return new QuietHours(time("compliance.quiet-from", day), time("compliance.quiet-to", day));
    }

    /** The duties that come again, as the packs of the running bundles declare them. */
    public List<DutyRule> dutyRules() {
        return shelf.duties();
    }

    /** The schedules that the school decided for a recurring rule, as text by the first day. */
    Map<LocalDate, String> schedules(String ruleId) {
        return decided.all(ScheduleParameter.key(ruleId));
    }

    /** How the clause of a parameter is cited; blank for none. */
    String cited(ParameterRule rule) {
        return clause(rule.clause())
                .map(one -> one.citation().isBlank() ? one.id() : one.citation())
                .orElse(rule.clause());
    }

    /** The declaration of a parameter. */
    Optional<ParameterRule> rule(String key) {
        return shelf.parameter(key);
    }

    /** How the school's own regulation cites a clause on a day; empty when none has it. */
    Optional<String> citation(String clauseId, LocalDate day) {
        return adopted.citation(clauseId, day);
    }

    /** Forgets what was read of decided values and regulations, after one was entered. */
    void valuesChanged() {
        decided.forget();
        adopted.forget();
    }

    private LocalTime time(String key, LocalDate day) {
        return LocalTime.parse(text(key, day));
    }

    /** A value that was decided while another version of the bundle was installed, and no longer fits, does not count. */
    private String value(ParameterRule rule, LocalDate day) {
        return decided.on(rule.key(), day).filter(rule::accepts).orElse(rule.defaultValue());
    }

    private static Pack read(String domain, URL resource) {
        try (InputStream in = resource.openStream()) {
            return PackReader.read(domain, in.readNBytes(PackReader.MAX_BYTES + 1));
        } catch (IOException e) {
            return new Pack(domain, List.of(), List.of(), List.of(), List.of("cannot be read: " + e.getMessage()));
        }
    }
}
