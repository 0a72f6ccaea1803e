package vn.quyche.core.screening.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** The packed bundle in a framework: every embedded library finds its parts and what it needs of the JDK. */
class ContainerIT {

    private static final String SCREENING = "vn.quyche.core.api.screening.Screening";

    @TempDir
    Path folder;

    @Test
    void readsAllKindsOfFilesWithinAFramework() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.docx", Samples.docx("TUYỆT MẬT"));
        files.put("a.odt", Samples.odt("styles.xml", "TUYỆT MẬT"));
        files.put("a.pdf", Samples.pdf("TUYỆT MẬT"));
        files.put("a.xls", Samples.xls("TUYỆT MẬT", ""));
        files.put("a.ppt", Samples.ppt("TUYỆT MẬT"));
        files.put("a.rtf", Samples.utf8("{\\rtf1 TUYET MAT}"));
        files.put("a.html", Samples.utf8("<html><p>TUYỆT M&#7852;T</p></html>"));
        files.put("a.zip", Samples.zip(Map.of("b.txt", Samples.utf8("TUYỆT MẬT"))));

        Framework framework = framework();
        try {
            Object screening = screening(framework);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = Samples.write(folder, file.getValue());
                String verdict = screening
                        .getClass()
                        .getMethod("file", String.class, Path.class)
                        .invoke(screening, file.getKey(), path)
                        .toString();
                assertThat(verdict).as(file.getKey()).contains("screening.secrecy-marking");
            }
            assertThat(folder.resolve("data/tmp/screening")).isEmptyDirectory();
            assertThat(folder.resolve("etc/screening/insults.txt")).exists();
            assertThat(refusalOf(screening, "Độ mật: Tối mật")).isEqualTo("screening.secrecy-marking [body]");
            assertThat(refusalOf(screening, "Đổi mật khẩu")).isEmpty();
            assertThat(refusalOf(screening, null)).isEmpty();
        } finally {
            framework.stop();
            framework.waitForStop(0);
        }
    }

    private static String refusalOf(Object screening, String text) throws Exception {
        try {
            Stream.of(screening.getClass().getMethods())
                    .filter(method -> method.getName().equals("requireText"))
                    .findFirst()
                    .orElseThrow()
                    .invoke(screening, null, "body", text);
            return "";
        } catch (InvocationTargetException e) {
            return e.getCause().getMessage();
        }
    }

    private Framework framework() throws Exception {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString());
        properties.put("quyche.data", folder.resolve("data").toString());
        properties.put("karaf.etc", folder.resolve("etc").toString());
        Framework framework = new FrameworkFactory().newFramework(properties);
        framework.start();
        List<Bundle> bundles = new ArrayList<>();
        List<Path> jars = new ArrayList<>();
        try (Stream<Path> others = Files.list(Path.of(System.getProperty("quyche.container")))) {
            others.sorted().forEach(jars::add);
        }
        jars.add(Path.of(System.getProperty("quyche.bundle")));
        for (Path jar : jars) {
            bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
        }
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
        return framework;
    }

    private static Object screening(Framework framework) throws Exception {
        for (int i = 0; i < 200; i++) {
            ServiceReference<?>[] found = framework.getBundleContext().getAllServiceReferences(SCREENING, null);
            if (found != null) {
                return framework.getBundleContext().getService(found[0]);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Screening does not come up");
    }
}
