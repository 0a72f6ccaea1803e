package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.Bundle;
import vn.quyche.core.compliance.internal.model.Pack;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class PackTrackingTest {

    @OnEachDatabase
    void packsComeAndGoWithTheirBundles(TestDatabase db) throws Exception {
        Desk desk = Desk.of(db, TestClock.on("2026-10-05"));
        PackRegulations regulations = new PackRegulations(List.of(), desk.regulationStore, desk.clock);
        URL resource =
                Path.of("src/main/resources/regulation/pack.json").toUri().toURL();
        Bundle bundle = bundle(7, "compliance", resource);

        Pack pack = regulations.addingBundle(bundle, null);
        assertThat(regulations.clause("BC.7.4")).isPresent();
        regulations.removedBundle(bundle, null, pack);
        assertThat(regulations.clauses()).isEmpty();
        assertThat(regulations.rule("compliance.quiet-from")).isEmpty();
    }

    @OnEachDatabase
    void leavesOtherBundlesAlone(TestDatabase db) throws Exception {
        Desk desk = Desk.of(db, TestClock.on("2026-10-05"));
        PackRegulations regulations = new PackRegulations(List.of(), desk.regulationStore, desk.clock);

        assertThat(regulations.addingBundle(bundle(1, null, missing()), null)).isNull();
        assertThat(regulations.addingBundle(bundle(2, "mail", null), null)).isNull();
        assertThat(regulations
                        .addingBundle(bundle(3, "portal", missing()), null)
                        .problems())
                .singleElement()
                .asString()
                .startsWith("cannot be read");
    }

    private static URL missing() throws MalformedURLException {
        return Path.of("target/no-such-pack.json").toUri().toURL();
    }

    private static Bundle bundle(long id, String domain, URL pack) {
        Dictionary<String, String> headers = new Hashtable<>();
        if (domain != null) {
            headers.put("Quyche-Domain", domain);
        }
        return (Bundle) Proxy.newProxyInstance(
                PackTrackingTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getBundleId" -> id;
                    case "getHeaders" -> headers;
                    case "getEntry" -> pack;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
