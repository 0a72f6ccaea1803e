package vn.quyche.core.web.internal.module;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The features of Karaf. A domain is a feature {@code quyche-<domain>} with a bundle of ours of that name. */
@Component(service = Features.class)
public final class KarafFeatures implements Features {

    private static final String DOMAIN_HEADER = "Quyche-Domain";
    private static final String FEATURE_PREFIX = "quyche-";
    private static final String BUNDLE_PREFIX = "mvn:vn.quyche/";
    private static final String ROOT = FeaturesService.ROOT_REGION;
    /** Nothing but the domain itself may be touched. */
    private static final EnumSet<FeaturesService.Option> QUIETLY =
            EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

    private final BundleContext context;
    private final FeaturesService features;

    @Activate
    public KarafFeatures(BundleContext context, @Reference FeaturesService features) {
        this.context = context;
        this.features = features;
    }

    @Override
    public List<Installed> installed() {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(DOMAIN_HEADER) != null)
                .map(KarafFeatures::installed)
                .toList();
    }

    private static Installed installed(Bundle bundle) {
        return new Installed(
                bundle.getHeaders().get(DOMAIN_HEADER),
                bundle.getSymbolicName(),
                Objects.requireNonNullElse(bundle.getHeaders().get(Constants.BUNDLE_NAME), bundle.getSymbolicName()),
                bundle.getVersion().toString(),
                bundle.getState() == Bundle.ACTIVE);
    }

    @Override
    public List<Known> known() {
        try {
            return Stream.of(features.listFeatures())
                    .filter(KarafFeatures::isDomain)
                    .map(feature -> new Known(
                            domain(feature),
                            feature.getName(),
                            Objects.requireNonNullElse(feature.getDescription(), feature.getName())))
                    .distinct()
                    .toList();
        } catch (Exception unreadable) {
            throw new FeatureFailure(unreadable);
        }
    }

    private static String domain(Feature feature) {
        return feature.getName().substring(FEATURE_PREFIX.length());
    }

    private static boolean isDomain(Feature feature) {
        return feature.getName().startsWith(FEATURE_PREFIX)
                && feature.getBundles().stream()
                        .anyMatch(bundle -> bundle.getLocation().startsWith(BUNDLE_PREFIX + domain(feature) + "/"));
    }

    @Override
    public void install(Known domain) {
        try {
            features.installFeature(domain.feature(), QUIETLY);
        } catch (Exception failed) {
            throw new FeatureFailure(failed);
        }
    }

    @Override
    public boolean dropped(Known domain) {
        try {
            for (String requirement : features.listRequirements().getOrDefault(ROOT, Set.of())) {
                if (!without(domain.feature(), requirement).equals(Set.of(requirement))) {
                    return false;
                }
            }
            return true;
        } catch (Exception unreadable) {
            throw new FeatureFailure(unreadable);
        }
    }

    @Override
    public void uninstall(Known domain) {
        try {
            Set<String> dropped = new TreeSet<>();
            Set<String> parts = new TreeSet<>();
            for (String requirement : features.listRequirements().getOrDefault(ROOT, Set.of())) {
                Set<String> rest = without(domain.feature(), requirement);
                if (!rest.equals(Set.of(requirement))) {
                    dropped.add(requirement);
                    parts.addAll(rest);
                }
            }
            if (!parts.isEmpty()) {
                features.addRequirements(Map.of(ROOT, parts), QUIETLY);
            }
            remove(domain, dropped);
        } catch (Exception failed) {
            throw new FeatureFailure(failed);
        }
    }

    /** The doors close at once; what the container then works out takes it a second or two. */
    private void remove(Known domain, Set<String> requirements) throws Exception {
        List<Bundle> bundles = Stream.of(context.getBundles())
                .filter(bundle -> domain.domain().equals(bundle.getHeaders().get(DOMAIN_HEADER)))
                .toList();
        for (Bundle bundle : bundles) {
            bundle.stop(Bundle.STOP_TRANSIENT);
        }
        try {
            features.removeRequirements(Map.of(ROOT, requirements), QUIETLY);
        } catch (Exception failed) {
            for (Bundle bundle : bundles) {
                bundle.start(Bundle.START_TRANSIENT);
            }
            throw failed;
        }
    }

    /**
     * A part of a profile as Karaf writes it when it is asked for by name. Anything else it would take for a leftover:
     * when the next Karaf archive is removed, it removes all requirements that are not literally a feature it knows.
     */
    private String requirement(Dependency part) throws Exception {
        String version = features.getFeature(part.getName()).getVersion();
        return "feature:" + part.getName() + "/[" + version + "," + version + "]";
    }

    /** A requirement of the container without a feature: a profile that holds it is taken apart. */
    private Set<String> without(String unwanted, String requirement) throws Exception {
        String name = requirement.replaceFirst("^feature:", "").replaceFirst("/.*", "");
        if (name.equals(unwanted)) {
            return Set.of();
        }
        Feature feature = name.startsWith(FEATURE_PREFIX) ? features.getFeature(name) : null;
        if (feature == null || !holds(feature, unwanted)) {
            return Set.of(requirement);
        }
        Set<String> parts = new TreeSet<>();
        for (Dependency part : feature.getDependencies()) {
            parts.addAll(without(unwanted, requirement(part)));
        }
        return parts;
    }

    private boolean holds(Feature profile, String unwanted) throws Exception {
        for (Dependency part : profile.getDependencies()) {
            if (part.getName().equals(unwanted)) {
                return true;
            }
            Feature inner = part.getName().startsWith(FEATURE_PREFIX) ? features.getFeature(part.getName()) : null;
            if (inner != null && holds(inner, unwanted)) {
                return true;
            }
        }
        return false;
    }
}
