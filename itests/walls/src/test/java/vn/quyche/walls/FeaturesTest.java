package vn.quyche.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The feature files. That each feature resolves is checked by karaf-maven-plugin in karaf-assembly. */
class FeaturesTest {

    static List<Bundle> bundles() {
        return Build.bundles();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void eachBundleIsInOneFeatureNamedAfterIt(Bundle bundle) {
        String folder = bundle.jar().getParent().getParent().getFileName().toString();
        String location = (bundle.isCore() ? "mvn:vn.quyche.core/" : "mvn:vn.quyche/") + folder + "/";
        String feature = (bundle.isCore() ? "quyche-core-" : "quyche-") + folder;
        assertThat(featuresByJar().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith(location))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getValue()).containsExactly(feature));
    }

    @Test
    void eachJarIsInOneFeature() {
        assertThat(featuresByJar())
                .allSatisfy((jar, features) -> assertThat(features).hasSize(1));
    }

    /** Waiting for a service is the business of DS; an order of starting would only hide that somebody does not wait. */
    @Test
    void nothingHasAStartLevel() {
        for (Element feature : Build.features()) {
            assertThat(feature.hasAttribute("start-level")).as(name(feature)).isFalse();
            Build.children(feature, "bundle").forEach(bundle -> {
                assertThat(bundle.hasAttribute("start-level")).as(text(bundle)).isFalse();
                assertThat(bundle.getAttribute("start")).as(text(bundle)).isNotEqualTo("false");
            });
        }
    }

    @Test
    void theProfileFullHasEverything() {
        Set<String> full = new TreeSet<>();
        collect("quyche-full", full);
        assertThat(full)
                .containsAll(Build.features().stream()
                        .map(FeaturesTest::name)
                        .filter(name -> !name.startsWith("quyche-tp-")
                                && !name.startsWith("quyche-school-")
                                && !name.equals("quyche-district-office")
                                // an invented school is no part of a real one
                                && !name.equals("quyche-demo"))
                        .toList());
    }

    private static void collect(String name, Set<String> found) {
        if (found.add(name)) {
            Build.features().stream()
                    .filter(feature -> name(feature).equals(name))
                    .flatMap(feature -> Build.children(feature, "feature"))
                    .map(FeaturesTest::text)
                    .filter(used -> used.startsWith("quyche-"))
                    .forEach(used -> collect(used, found));
        }
    }

    private static Map<String, Set<String>> featuresByJar() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Element feature : Build.features()) {
            Build.children(feature, "bundle")
                    .forEach(bundle -> found.computeIfAbsent(text(bundle), jar -> new TreeSet<>())
                            .add(name(feature)));
        }
        return found;
    }

    private static String name(Element feature) {
        return feature.getAttribute("name");
    }

    private static String text(Element element) {
        return element.getTextContent().trim();
    }
}
