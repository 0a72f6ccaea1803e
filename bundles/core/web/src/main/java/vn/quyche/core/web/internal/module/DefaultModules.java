package vn.quyche.core.web.internal.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.web.internal.link.AccountsLink;

/**
 * The modules as the container has them.
 *
 * <p>The act (permission, audit line) is over before the container begins: installing runs migrations, which must not wait
 * for the act's own transaction.
 */
@Component
public final class DefaultModules implements Modules {

    private static final String CORE = "vn.quyche.core.";
    private static final String SUBJECT = "platform.module";
    private static final Comparator<Module> DOMAINS_FIRST =
            Comparator.comparing(Module::core).thenComparing(Module::domain);

    private final Features features;
    private final Regulations regulations;
    private final Access access;
    private final Acts acts;
    private final AuditLog audit;

    @Activate
    public DefaultModules(
            @Reference Features features,
            @Reference Regulations regulations,
            @Reference Access access,
            @Reference Acts acts,
            @Reference AuditLog audit) {
        this.features = features;
        this.regulations = regulations;
        this.access = access;
        this.acts = acts;
        this.audit = audit;
    }

    @Override
    public List<Module> list(Caller caller) {
        access.require(caller, AccountsLink.OPERATE, Scope.school());
        Map<String, Long> clauses =
                regulations.clauses().stream().collect(Collectors.groupingBy(Clause::domain, Collectors.counting()));
        Map<String, Features.Known> known = features.known().stream()
                .collect(Collectors.toMap(Features.Known::domain, Function.identity(), (first, second) -> first));
        List<Module> modules = new ArrayList<>();
        for (Features.Installed bundle : features.installed()) {
            boolean core = bundle.symbolicName().startsWith(CORE);
            Features.Known feature = core ? null : known.remove(bundle.domain());
            modules.add(new Module(
                    bundle.domain(),
                    feature == null ? bundle.title() : feature.title(),
                    bundle.symbolicName(),
                    bundle.version(),
                    bundle.active() ? State.ACTIVE : State.STOPPED,
                    core,
                    clauses.getOrDefault(bundle.domain(), 0L).intValue(),
                    feature == null ? "quyche-" + (core ? "core-" : "") + bundle.domain() : feature.feature()));
        }
        for (Features.Known feature : known.values()) {
            modules.add(new Module(
                    feature.domain(), feature.title(), "", "", State.AVAILABLE, false, 0, feature.feature()));
        }
        modules.sort(DOMAINS_FIRST);
        return List.copyOf(modules);
    }

    @Override
    public void install(Caller caller, String domain) {
        Features.Known feature = acts.perform(caller, act("install", domain), log -> {
            Features.Known wanted = known(domain);
            if (isInstalled(domain)) {
                throw new Conflict("web.module-installed", domain);
            }
            return wanted;
        });
        change(caller, "install", domain, () -> features.install(feature));
    }

    @Override
    public void uninstall(Caller caller, String domain) {
        Features.Known feature = acts.perform(caller, act("uninstall", domain), log -> {
            if (features.installed().stream()
                    .anyMatch(bundle -> bundle.domain().equals(domain)
                            && bundle.symbolicName().startsWith(CORE))) {
                throw new Conflict("web.module-core", domain);
            }
            Features.Known wanted = known(domain);
            if (!isInstalled(domain)) {
                throw new NotFound("web.module-unknown", domain);
            }
            if (features.dropped(wanted)) {
                throw new Conflict("web.module-dropped", domain);
            }
            return wanted;
        });
        change(caller, "uninstall", domain, () -> features.uninstall(feature));
    }

    private static Act act(String verb, String domain) {
        return Act.on(SUBJECT, domain, "platform." + verb + "-module", AccountsLink.OPERATE, Scope.school());
    }

    private Features.Known known(String domain) {
        return features.known().stream()
                .filter(feature -> feature.domain().equals(domain))
                .findFirst()
                .orElseThrow(() -> new NotFound("web.module-unknown", domain));
    }

    private boolean isInstalled(String domain) {
        return features.installed().stream().anyMatch(bundle -> bundle.domain().equals(domain));
    }

    private void change(Caller caller, String verb, String domain, Runnable work) {
        try {
            work.run();
        } catch (Features.FeatureFailure failed) {
            Unavailable unavailable = new Unavailable("web.module-failed", failed.getCause(), domain);
            audit.refused(
                    caller,
                    new AuditLog.Entry("platform." + verb + "-module", SUBJECT, domain, null, null, ""),
                    unavailable.code(),
                    "");
            unavailable.markRecorded();
            throw unavailable;
        }
    }
}
