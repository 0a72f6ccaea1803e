package vn.quyche.core.web.internal.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.internal.model.Dependency;
import org.apache.karaf.features.internal.model.Feature;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** How a domain is taken out of what the container was told to have. */
class KarafFeaturesTest {

    private static final Features.Known GROUP = new Features.Known("group", "quyche-group", "Nhóm");

    private final Map<String, Feature> known = Map.of(
            "quyche-full", feature("quyche-full", "quyche-district", "quyche-mail"),
            "quyche-district", feature("quyche-district", "quyche-core", "quyche-group"),
            "quyche-core", feature("quyche-core"),
            "quyche-group", feature("quyche-group", "quyche-core"),
            "quyche-mail", feature("quyche-mail", "quyche-core"));
    private final Set<String> required = new TreeSet<>();
    private boolean refuses;
    private final List<String> calls = new ArrayList<>();

    private static Feature feature(String name, String... parts) {
        Feature feature = new Feature(name, "1.0.0");
        Stream.of(parts).forEach(part -> feature.getFeature().add(new Dependency(part, "0.0.0")));
        return feature;
    }

    private FeaturesService service() {
        return (FeaturesService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FeaturesService.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "listRequirements" -> {
                            return Map.of("root", Set.copyOf(required));
                        }
                        case "getFeature" -> {
                            return known.get(args[0]);
                        }
                        case "addRequirements" -> required.addAll(requirements(args[0]));
                        case "removeRequirements" -> {
                            if (refuses) {
                                throw new IllegalStateException("unresolved");
                            }
                            required.removeAll(requirements(args[0]));
                        }
                        default -> throw new AssertionError(method);
                    }
                    calls.add(method.getName());
                    return null;
                });
    }

    /** A container with the bundle of the group alone. */
    private BundleContext container() {
        Bundle group = fake(Bundle.class, (proxy, method, args) -> switch (method.getName()) {
            case "getHeaders" -> new Hashtable<>(Map.of("Quyche-Domain", "group"));
            case "stop", "start" -> {
                calls.add(method.getName() + " group");
                yield null;
            }
            default -> throw new AssertionError(method);
        });
        return fake(BundleContext.class, (proxy, method, args) -> new Bundle[] {group});
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @SuppressWarnings("unchecked") // as FeaturesService declares it
    private static Set<String> requirements(Object argument) {
        return ((Map<String, Set<String>>) argument).get("root");
    }

    @Test
    void removesWhatWasAskedForByName() {
        required.addAll(Set.of("feature:quyche-core/1.0.0", "feature:quyche-group/1.0.0", "feature:ssh/4.4.10"));

        new KarafFeatures(container(), service()).uninstall(GROUP);

        assertThat(required).containsExactly("feature:quyche-core/1.0.0", "feature:ssh/4.4.10");
        assertThat(calls).containsExactly("stop group", "removeRequirements");
    }

    @Test
    void opensTheDoorsAgainWhenTheContainerFails() {
        required.add("feature:quyche-group/1.0.0");
        refuses = true;

        assertThatThrownBy(() -> new KarafFeatures(container(), service()).uninstall(GROUP))
                .isInstanceOf(Features.FeatureFailure.class);

        assertThat(calls).containsExactly("stop group", "start group");
    }

    @Test
    void tellsWhatOnlyAFileBrought() {
        required.addAll(Set.of("feature:quyche-full/1.0.0", "feature:group-kar/1.0.0"));
        KarafFeatures features = new KarafFeatures(null, service());

        assertThat(features.dropped(GROUP)).isFalse();
        required.remove("feature:quyche-full/1.0.0");
        assertThat(features.dropped(GROUP)).isTrue();
    }

    @Test
    void takesAProfileApartAndKeepsItsOtherParts() {
        required.addAll(Set.of("feature:quyche-full/1.0.0", "feature:ssh/4.4.10"));

        new KarafFeatures(container(), service()).uninstall(GROUP);

        assertThat(required)
                .as("literally as Karaf writes them")
                .containsExactly(
                        "feature:quyche-core/[1.0.0,1.0.0]", "feature:quyche-mail/[1.0.0,1.0.0]", "feature:ssh/4.4.10");
        assertThat(calls).containsExactly("addRequirements", "stop group", "removeRequirements");
    }
}
