package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be seen from outside on this system: Windows' ways, and that the launcher compiles alone. */
class SelfTest {

    @TempDir
    private Path folder;

    @Test
    void compilesItselfWhenASourceIsYounger() throws IOException {
        Path here = Files.createDirectories(folder.resolve("bin"));
        System.setProperty("quyche.here", here.toString());
        Self self = new Self(Path.of("src/main/java").toAbsolutePath(), folder.resolve("classes"));
        assertThat(self.isStale()).isTrue();
        // What was compiled does what is asked: refuse, which is exit code 1.
        assertThat(self.renew(new String[] {"runn"})).isEqualTo(1);
        assertThat(self.isStale()).isFalse();
        assertThat(folder.resolve("classes/vn/quyche/launcher/Quyche.class")).exists();
    }

    @Test
    void readsTheMemoryFromWhatWindowsLists() {
        assertThat(Machine.tasklist("\"java.exe\",\"4711\",\"Console\",\"1\",\"345,678 K\"\r\n"))
                .contains(337L);
        assertThat(Machine.tasklist("\"java.exe\",\"4711\",\"Console\",\"1\",\"345.678 K\""))
                .contains(337L);
        assertThat(Machine.tasklist("INFO: No tasks are running which match the specified criteria."))
                .isEqualTo(Optional.empty());
    }

    @Test
    void saysTheWordToTheShutdownPort() throws Exception {
        try (ServerSocket container = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("etc"));
            Files.writeString(folder.resolve("data/port"), container.getLocalPort() + "\n");
            Files.writeString(folder.resolve("etc/config.properties"), "karaf.shutdown.command = secret\n");
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> {
                try (var caller = container.accept()) {
                    return new String(caller.getInputStream().readAllBytes());
                } catch (IOException e) {
                    return e.toString();
                }
            });
            School.shutDown(folder);
            assertThat(heard.get()).isEqualTo("secret\n");
        }
    }
}
