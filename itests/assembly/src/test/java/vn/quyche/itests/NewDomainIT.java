package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import vn.quyche.itests.kit.AssemblyProcess;

/**
 * What {@code ./quyche new-domain} makes is not a sketch: it builds, passes the walls, and boots. It takes no school of the
 * others, and so runs beside them.
 */
@Execution(ExecutionMode.CONCURRENT)
class NewDomainIT {

    private static final Path ROOT =
            Path.of(System.getProperty("quyche.root")).toAbsolutePath().normalize();

    @Test
    void aNewDomainBuildsPassesTheWallsAndBoots() throws IOException {
        Path copy = Path.of("target/new-domain").toAbsolutePath();
        sh("rm -rf '%1$s' && mkdir -p '%1$s'".formatted(copy));
        // What is compiled comes along, so that only the new is built; the assembly and these tests are built anew.
        sh(("tar -C '%s' --exclude=./.git --exclude=./data --exclude=./target --exclude=./bench/target"
                        + " --exclude=./karaf-assembly/target"
                        + " --exclude='./itests/*/target' -cf - . | tar -C '%s' -xf -")
                .formatted(ROOT, copy));

        sh("cd '%s' && QUYCHE_NO_APT=yes ./quyche new-domain sample".formatted(copy));
        // it compiles little and ends soon: one compiler of the JVM is faster there than two
        String maven = "cd '%s' && MAVEN_OPTS=-XX:TieredStopAtLevel=1 mvn -o -B -q -T2 -Dmaven.repo.local='%s' "
                .formatted(copy, System.getProperty("quyche.repository"));
        sh(maven + "spotless:check -pl bundles/sample");
        sh(maven + "verify -pl bundles/sample,karaf-assembly,itests/walls -am"
                + " -Dtest='SamplePermissionsTest,BundlesTest,FeaturesTest,AssemblyTest'"
                + " -Dsurefire.failIfNoSpecifiedTests=false");

        try (AssemblyProcess school = AssemblyProcess.named("new-domain")
                .of(tarball(copy.resolve("karaf-assembly/target")))
                .empty()
                .start()) {
            assertThat(school.log()).contains("vn.quyche.sample/1.0.0");
        }
    }

    private static Path tarball(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void sh(String command) {
        AssemblyProcess.run(List.of("bash", "-c", command), Map.of());
    }
}
