package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** Each domain stands on core alone; one that is broken harms no other. */
@ExtendWith(SharedSchool.class)
class FeaturesIT {

    private static final String MODULES = "/api/platform/v1/modules";

    private static final String MENDED = "create table q_broken.kept (id varchar(26) not null);\n";
    private static final String BROKEN =
            MENDED + "create table q_broken.thing (id varchar(26) not null, colour nonsense);\n";

    private final SmallSchool school;

    FeaturesIT(SmallSchool school) {
        this.school = school;
    }

    @Test
    void installsEveryDomainAloneOverCore() {
        List<String> before = domains("ACTIVE");
        List<String> all = new ArrayList<>(before);
        all.addAll(domains("AVAILABLE"));
        // The demo school is no domain: it fills a school, and only an empty one.
        all.remove("demo");
        assertThat(all).contains("group");
        before.forEach(domain ->
                school.admin.call("DELETE", MODULES + "/" + domain, null).expect(204));
        try {
            assertThat(domains("ACTIVE")).isEmpty();
            for (String domain : all) {
                school.admin.call("PUT", MODULES + "/" + domain, null).expect(204);
                assertThat(domains("ACTIVE")).containsExactly(domain);
                assertThat(school.anonymous.get("/health/ready").status()).isEqualTo(200);
                school.admin.call("DELETE", MODULES + "/" + domain, null).expect(204);
                assertThat(domains("ACTIVE")).isEmpty();
            }
        } finally {
            before.forEach(domain -> school.admin.call("PUT", MODULES + "/" + domain, null));
        }
        assertThat(domains("ACTIVE")).isEqualTo(before);
    }

    /** The second statement of its script is wrong: the others answer all the time, and nothing of the first one stays. */
    @Test
    void goesOnWhenTheMigrationOfADomainFails() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger probes = new AtomicInteger();
        Thread others = new Thread(() -> {
            while (!ended.get()) {
                for (String door : List.of("/api/group/v1/groups", "/api/directory/v1/people?size=5")) {
                    int status = school.principal.get(door).status();
                    probes.incrementAndGet();
                    if (status != 200) {
                        failures.add(door + " " + status);
                    }
                }
            }
        });
        others.start();
        try {
            drop(BROKEN);
            JsonNode check = await(true);
            assertThat(check.path("status").asText()).isEqualTo("DOWN");
            assertThat(check.path("detail").asText())
                    .as("what it is, where, and what to do")
                    .contains("vn.quyche.broken 1.0.0", "V001__init.sql", "cài đúng bản của gói");
            assertThat(shell("service:list javax.sql.DataSource")).doesNotContain("quyche-broken");

            Files.delete(dropped());
            await(false);
            until(() -> !shell("bundle:list -s").contains("vn.quyche.broken"));

            drop(BROKEN);
            await(true);
            // Mended, under the same name: its first statement would be refused had the broken one left its table.
            drop(MENDED);
            await(false);
            until(() -> shell("service:list javax.sql.DataSource").contains("quyche-broken"));
        } finally {
            Files.deleteIfExists(dropped());
            until(() -> !shell("bundle:list -s").contains("vn.quyche.broken"));
            ended.set(true);
            others.join();
        }
        await(false);
        assertThat(probes.get()).isGreaterThan(20);
        assertThat(failures).isEmpty();
    }

    private Path dropped() {
        return school.process.deploy().resolve("broken-domain.jar");
    }

    private void drop(String script) throws IOException {
        Path incoming = Path.of("target/broken-domain.jar").toAbsolutePath();
        domain(incoming, script);
        Files.copy(incoming, dropped(), StandardCopyOption.REPLACE_EXISTING);
    }

    private String shell(String command) {
        return school.process.shell("admin", SchoolClient.PASSWORD, command);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
            Thread.sleep(200);
        }
    }

    /** Waits until the health page names the broken domain, or no longer. */
    private JsonNode await(boolean named) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            JsonNode found = null;
            for (JsonNode check : school.admin
                    .get("/api/platform/v1/health")
                    .expect(200)
                    .json()
                    .path("checks")) {
                if (!"OK".equals(check.path("status").asText())
                        && check.toString().contains("broken")) {
                    found = check;
                }
            }
            if ((found != null) == named) {
                return found;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
            Thread.sleep(200);
        }
    }

    private List<String> domains(String state) {
        List<String> domains = new ArrayList<>();
        for (JsonNode module : school.admin.get(MODULES).expect(200).json()) {
            if (!module.path("core").asBoolean()
                    && state.equals(module.path("state").asText())) {
                domains.add(module.path("domain").asText());
            }
        }
        return domains;
    }

    private static void domain(Path file, String script) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "vn.quyche.broken");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Name", "Broken");
        headers.putValue("Quyche-Domain", "broken");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new ZipEntry("db/"));
            jar.closeEntry();
            jar.putNextEntry(new ZipEntry("db/V001__init.sql"));
            jar.write(script.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
