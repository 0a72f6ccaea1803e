package vn.quyche.core.persistence.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** An OSGi framework with this bundle, what it needs, and sample bundles that are made on the spot. */
final class Container implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Framework framework;

    Container(Path folder) throws BundleException, IOException {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString());
        properties.put("quyche.data", folder.toString());
        framework = new FrameworkFactory().newFramework(properties);
        framework.start();
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("quyche.container")))) {
            for (Path jar : jars.sorted().toList()) {
                bundles.add(install(jar));
            }
        }
        bundles.add(install(Path.of(System.getProperty("quyche.bundle"))));
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
    }

    /** Makes, installs and starts a bundle with the domain {@code tree} and these migrations. */
    Bundle sample(String version, String... migrations) throws BundleException, IOException {
        return bundle("tree", version, migrations);
    }

    /** Makes, installs and starts a bundle with a domain and these migrations. */
    Bundle bundle(String domain, String version, String... migrations) throws BundleException, IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "sample." + domain);
        headers.putValue("Bundle-Version", version);
        headers.putValue("Quyche-Domain", domain);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (domain.equals("tree")) {
            headers.putValue("Bundle-Activator", SampleActivator.class.getName());
            headers.putValue("Meta-Persistence", "META-INF/persistence.xml");
            headers.putValue("DynamicImport-Package", "org.eclipse.persistence.*");
            headers.putValue(
                    "Import-Package",
                    "org.osgi.framework,org.osgi.service.cm,javax.persistence,org.apache.aries.jpa.template,"
                            + "vn.quyche.core.api.persistence,vn.quyche.core.api.web");
        }
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            if (domain.equals("tree")) {
                addClass(jar, SampleActivator.class);
                addClass(jar, Leaf.class);
                add(jar, "META-INF/persistence.xml", PERSISTENCE.getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < migrations.length; i++) {
                add(jar, "db/V00" + (i + 1) + "__step.sql", migrations[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        Bundle bundle = framework
                .getBundleContext()
                .installBundle("sample:" + domain + version, new ByteArrayInputStream(bytes.toByteArray()));
        bundle.start();
        return bundle;
    }

    /** Has the sample bundle do something. */
    String tell(String command) {
        try {
            ServiceReference<?> reference = framework
                    .getBundleContext()
                    .getServiceReferences(Function.class, "(sample=true)")
                    .iterator()
                    .next();
            @SuppressWarnings("unchecked")
            Function<String, String> sample =
                    (Function<String, String>) framework.getBundleContext().getService(reference);
            return sample.apply(command);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a service stands. */
    boolean has(String type, String filter) {
        try {
            return framework.getBundleContext().getAllServiceReferences(type, filter) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the unit of the sample can be used. */
    void awaitUnit() {
        await("the unit", () -> has("org.apache.aries.jpa.template.JpaTemplate", "(osgi.unit.name=tree)"));
    }

    static void await(String what, BooleanSupplier ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(60_000);
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    private static void addClass(JarOutputStream jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            add(jar, name, in.readAllBytes());
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }

    private static final String PERSISTENCE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <persistence version="2.2" xmlns="http://xmlns.jcp.org/xml/ns/persistence">
              <persistence-unit name="tree" transaction-type="RESOURCE_LOCAL">
                <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                <non-jta-data-source>osgi:service/javax.sql.DataSource/(osgi.jndi.service.name=quyche-tree)</non-jta-data-source>
                <class>vn.quyche.core.persistence.container.Leaf</class>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
                <shared-cache-mode>NONE</shared-cache-mode>
                <properties>
                  <property name="eclipselink.weaving" value="false"/>
                  <property name="eclipselink.ddl-generation" value="none"/>
                  <property name="eclipselink.jdbc.batch-writing" value="JDBC"/>
                  <property name="eclipselink.logging.level" value="WARNING"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;
}
