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
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** Each domain stands on core alone; one that is broken harms no other. */
@ExtendWith(SharedSchool.class)
class FeaturesIT {

    private static final String MODULES = "/api/platform/v1/modules";

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

    @Test
    void goesOnWhenTheMigrationOfADomainFails() throws Exception {
        Path jar = school.process.deploy().resolve("broken-domain.jar");
        Path incoming = Path.of("target/broken-domain.jar").toAbsolutePath();
        brokenDomain(incoming);
        Files.copy(incoming, jar, StandardCopyOption.REPLACE_EXISTING);
        try {
            JsonNode check = await(true);
            assertThat(check.path("status").asText()).isNotEqualTo("OK");
            school.principal.get("/api/group/v1/groups").expect(200);
            school.teacher.get("/api/directory/v1/people").expect(200);
        } finally {
            Files.delete(jar);
        }
        await(false);
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
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
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

    private static void brokenDomain(Path file) throws IOException {
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
            jar.write("create table q_broken.thing (id varchar(26) not null, colour nonsense);\n"
                    .getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
