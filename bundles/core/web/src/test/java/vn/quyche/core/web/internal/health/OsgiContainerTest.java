package vn.quyche.core.web.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.HealthCheck;

/** Who holds readiness up: at the start everybody for a while, afterwards the core alone. */
class OsgiContainerTest {

    private static final String CORE = "vn.quyche.core.directory";
    private static final String DOMAIN = "vn.quyche.group";
    private static final String FOREIGN = "org.apache.cxf.core";

    /** Bundles and their states. */
    private final Map<String, Integer> bundles = new TreeMap<>();
    /** Components that wait for something, by bundle. */
    private final Map<String, Integer> components = new TreeMap<>();

    private boolean installed = true;
    private long now;
    private OsgiContainer container;

    @BeforeEach
    void everythingRuns() {
        bundles.put(CORE, Bundle.ACTIVE);
        bundles.put(DOMAIN, Bundle.ACTIVE);
        bundles.put(FOREIGN, Bundle.INSTALLED);
        container = new OsgiContainer(
                fake(
                        BundleContext.class,
                        Map.of(
                                "getBundles",
                                arguments -> bundles.entrySet().stream()
                                        .map(entry -> bundle(entry.getKey(), entry.getValue()))
                                        .toArray(Bundle[]::new))),
                runtime(),
                () -> installed,
                () -> now);
    }

    @Test
    void isReadyWhenEverythingOfOursRuns() {
        assertThat(holdsUp()).isEmpty();
        assertThat(container.look()).extracting(Health.Line::status).containsOnly(HealthCheck.Status.OK);
    }

    @Test
    void waitsForEverybodyAtTheFirstStart() {
        bundles.put(DOMAIN, Bundle.RESOLVED);
        assertThat(holdsUp()).containsExactly("platform.bundles");
        bundles.put(DOMAIN, Bundle.ACTIVE);
        components.put(DOMAIN, ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        assertThat(holdsUp()).containsExactly("platform.components");
        components.clear();
        installed = false;
        assertThat(holdsUp()).containsExactly("platform.start");
        installed = true;
        assertThat(holdsUp()).isEmpty();
    }

    @Test
    void opensWithoutADomainThatCannotStartAndSaysSo() {
        components.put(DOMAIN, ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        assertThat(holdsUp()).containsExactly("platform.components");
        now += OsgiContainer.PATIENCE.toNanos() - 1;
        assertThat(holdsUp()).containsExactly("platform.components");
        now++;
        assertThat(holdsUp()).isEmpty();
        assertThat(container.look()).anySatisfy(line -> {
            assertThat(line.name()).isEqualTo("platform.components");
            assertThat(line.status()).isEqualTo(HealthCheck.Status.DOWN);
            assertThat(line.detail()).contains(DOMAIN + ".Component", "dataSource");
        });
    }

    @Test
    void neverOpensWithoutTheCore() {
        components.put(CORE, ComponentConfigurationDTO.FAILED_ACTIVATION);
        now += 10 * OsgiContainer.PATIENCE.toNanos();
        assertThat(holdsUp()).containsExactly("platform.components");
        // The time that a domain gets begins when the core is there.
        components.clear();
        bundles.put(DOMAIN, Bundle.STARTING);
        assertThat(holdsUp()).containsExactly("platform.bundles");
    }

    @Test
    void onlyTheCoreHoldsUpReadinessOnceEverythingHasBeenThere() {
        assertThat(holdsUp()).isEmpty();
        bundles.put(DOMAIN, Bundle.RESOLVED);
        components.put(DOMAIN, ComponentConfigurationDTO.FAILED_ACTIVATION);
        assertThat(holdsUp()).isEmpty();
        bundles.remove(DOMAIN);
        assertThat(holdsUp()).isEmpty();
        bundles.put(CORE, Bundle.STOPPING);
        assertThat(holdsUp()).containsExactly("platform.bundles");
        bundles.put(CORE, Bundle.ACTIVE);
        components.put(CORE, ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        assertThat(holdsUp()).containsExactly("platform.components");
        components.clear();
        assertThat(holdsUp()).isEmpty();
    }

    /** The lines that keep the platform from being called ready. */
    private List<String> holdsUp() {
        return container.look().stream()
                .filter(line -> line.essential() && line.status() == HealthCheck.Status.DOWN)
                .map(Health.Line::name)
                .toList();
    }

    private ServiceComponentRuntime runtime() {
        return fake(
                ServiceComponentRuntime.class,
                Map.of(
                        "getComponentDescriptionDTOs", arguments -> descriptions((Bundle[]) arguments[0]),
                        "isComponentEnabled", arguments -> true,
                        "getComponentConfigurationDTOs",
                                arguments -> List.of(configuration((ComponentDescriptionDTO) arguments[0]))));
    }

    private Collection<ComponentDescriptionDTO> descriptions(Bundle... asked) {
        List<ComponentDescriptionDTO> all = new ArrayList<>();
        for (Bundle bundle : asked) {
            ComponentDescriptionDTO description = new ComponentDescriptionDTO();
            description.name = bundle.getSymbolicName() + ".Component";
            all.add(description);
        }
        return all;
    }

    private ComponentConfigurationDTO configuration(ComponentDescriptionDTO description) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state =
                components.getOrDefault(description.name.replace(".Component", ""), ComponentConfigurationDTO.ACTIVE);
        UnsatisfiedReferenceDTO reference = new UnsatisfiedReferenceDTO();
        reference.name = "dataSource";
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {reference};
        return configuration;
    }

    private static Bundle bundle(String name, int state) {
        return fake(
                Bundle.class,
                Map.of(
                        "getSymbolicName", arguments -> name,
                        "getState", arguments -> state,
                        "getHeaders", arguments -> new Hashtable<String, String>()));
    }

    private interface Answer {
        Object to(Object... arguments);
    }

    private static <T> T fake(Class<T> type, Map<String, Answer> answers) {
        InvocationHandler handler =
                (proxy, method, arguments) -> answers.get(method.getName()).to(arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
