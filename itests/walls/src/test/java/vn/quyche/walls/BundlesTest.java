package vn.quyche.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What each bundle of ours shows, and what it may see. */
class BundlesTest {

    private static final String API = "vn.quyche.core.api";

    /** What every shell command extends: the one package of a core bundle that others see (docs/decisions/0009). */
    private static final String SHELL = "vn.quyche.core.security.shell";

    /** Loads an invented school through the services of domains, and is no domain itself (docs/decisions/0009). */
    private static final String DEMO = "vn.quyche.demo";

    /** The Java EE packages that exist under both names; most other javax packages belong to the JDK. */
    private static final List<String> RENAMED = List.of(
            "servlet",
            "ws.rs",
            "persistence",
            "xml.bind",
            "xml.ws",
            "jws",
            "inject",
            "mail",
            "activation",
            "validation");

    static List<Bundle> bundles() {
        return Build.bundles();
    }

    static List<Bundle> domains() {
        return Build.domains();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void exportsOnlyItsApi(Bundle bundle) {
        if (bundle.symbolicName().equals(API)) {
            assertThat(bundle.exports()).allMatch(name -> isIn(name, API));
        } else {
            assertThat(bundle.exports())
                    .allMatch(name -> isIn(name, bundle.rootPackage() + ".api") || name.equals(SHELL));
        }
    }

    /** Stores write the fields of entities directly: a woven entity would not notice, and the change would be lost. */
    @ParameterizedTest
    @MethodSource("bundles")
    void storesWithoutWeaving(Bundle bundle) {
        byte[] units = bundle.entry("META-INF/persistence.xml");
        if (units != null) {
            assertThat(new String(units, StandardCharsets.UTF_8))
                    .contains("<property name=\"eclipselink.weaving\" value=\"false\"/>");
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void knowsNoOtherBundleButTheApi(Bundle bundle) {
        assertThat(bundle.imports())
                .filteredOn(name -> isIn(name, "vn.quyche"))
                .allMatch(name -> isIn(name, API)
                        || isIn(name, bundle.rootPackage())
                        || name.equals(SHELL)
                        || bundle.symbolicName().equals(DEMO) && (name + ".").contains(".api."));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void speaksEitherJavaxOrJakarta(Bundle bundle) {
        List<String> javax = bundle.imports().stream()
                .filter(name -> RENAMED.stream().anyMatch(renamed -> isIn(name, "javax." + renamed)))
                .toList();
        List<String> jakarta =
                bundle.imports().stream().filter(name -> isIn(name, "jakarta")).toList();
        assertThat(javax.isEmpty() || jakarta.isEmpty())
                .as("%s and %s", javax, jakarta)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isNamedAfterItsFolder(Bundle bundle) {
        String folder = bundle.jar().getParent().getParent().getFileName().toString();
        assertThat(bundle.symbolicName()).isEqualTo((bundle.isCore() ? "vn.quyche.core." : "vn.quyche.") + folder);
        assertThat(bundle.domain()).isNotBlank();
    }

    /** A unit that made its own tables would race with the migrations, and win. */
    @ParameterizedTest
    @MethodSource("bundles")
    void keepsItsTablesByMigrationOnly(Bundle bundle) {
        byte[] xml = bundle.entry("META-INF/persistence.xml");
        if (xml == null) {
            assertThat(bundle.header("Meta-Persistence")).isNull();
            return;
        }
        assertThat(bundle.header("Meta-Persistence")).isEqualTo("META-INF/persistence.xml");
        Document persistence = Build.parse(xml);
        NodeList units = persistence.getElementsByTagName("persistence-unit");
        assertThat(units.getLength()).isEqualTo(1);
        Element unit = (Element) units.item(0);
        assertThat(unit.getAttribute("name")).isEqualTo(bundle.domain());
        assertThat(unit.getAttribute("transaction-type")).isEqualTo("RESOURCE_LOCAL");
        NodeList properties = unit.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").contains("ddl-generation")
                    || property.getAttribute("name").contains("schema-generation")) {
                assertThat(property.getAttribute("value")).isEqualTo("none");
            }
        }
    }

    @Test
    void theApiNeedsNoLibrary() {
        Bundle api = Build.bundles().stream()
                .filter(bundle -> bundle.symbolicName().equals(API))
                .findFirst()
                .orElseThrow();
        assertThat(api.imports()).allMatch(name -> isIn(name, API));
        assertThat(api.header("Service-Component"))
                .as("contracts only, no components")
                .isNull();
    }

    @Test
    void anEleventhCoreBundleNeedsADecisionRecord() {
        assertThat(Build.bundles().stream().filter(Bundle::isCore)).hasSize(10);
    }

    private static boolean isIn(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }
}
