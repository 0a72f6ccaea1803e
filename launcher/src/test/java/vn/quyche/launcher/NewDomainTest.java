package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a small tree; that what comes out builds and boots is proved by NewDomainIT. */
class NewDomainTest {

    @TempDir
    private Path checkout;

    @Test
    void putsTheNameInEverywhere() throws IOException {
        write(
                "bundles/template/src/main/java/vn/quyche/__domain__/__Domain__Service.java",
                "class __Domain__Service {}");
        write("bundles/template/target/old.txt", "");
        write("bundles/pom.xml", "<modules>\n    <!-- new domains -->\n</modules>\n");
        write("features/pom.xml", "  <!-- new domains -->\n");
        write(
                "features/src/main/feature/features.xml",
                "  <!-- new domains: repository -->\n    <!-- new domains: full -->\n");

        new NewDomain(checkout, "committee").make();

        assertThat(checkout.resolve("bundles/committee/src/main/java/vn/quyche/committee/CommitteeService.java"))
                .hasContent("class CommitteeService {}");
        assertThat(checkout.resolve("bundles/committee/target")).doesNotExist();
        assertThat(checkout.resolve("bundles/pom.xml"))
                .hasContent("<modules>\n    <module>committee</module>\n    <!-- new domains -->\n</modules>\n");
        assertThat(checkout.resolve("features/pom.xml"))
                .content()
                .startsWith("  <dependency>\n    <groupId>vn.quyche</groupId>\n    <artifactId>committee</artifactId>");
        assertThat(checkout.resolve("features/src/main/feature/features.xml"))
                .content()
                .contains("  <repository>mvn:vn.quyche/committee/${project.version}/xml/features</repository>\n")
                .contains("    <feature>quyche-committee</feature>\n    <!-- new domains: full -->");
        assertThatThrownBy(() -> new NewDomain(checkout, "committee").make())
                .hasMessage("bundles/committee is already there.");
        assertThatThrownBy(() -> new NewDomain(checkout, "Ủy ban")).isInstanceOf(Refusal.class);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(checkout.resolve(file).getParent());
        Files.writeString(checkout.resolve(file), text);
    }
}
