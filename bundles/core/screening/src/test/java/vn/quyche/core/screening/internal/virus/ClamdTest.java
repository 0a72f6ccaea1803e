package vn.quyche.core.screening.internal.virus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.screening.internal.virus.VirusScanner.Answer;

/** Talks to a real clamd that knows one signature, made here: the EICAR test file. */
@Regulated("BC.4.4")
class ClamdTest {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    /** In two pieces, so that no scanner takes offence at this source. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long LARGEST = 1 << 20;

    @TempDir
    static Path folder;

    private static Process daemon;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        if (!Files.isExecutable(CLAMD)) {
            return;
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path database = Files.createDirectories(folder.resolve("db"));
        Files.writeString(database.resolve("test.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
        Path config = Files.writeString(
                folder.resolve("clamd.conf"),
                String.join(
                        "\n",
                        "Foreground yes",
                        "DatabaseDirectory " + database,
                        "TCPSocket " + port,
                        "TCPAddr 127.0.0.1",
                        "LocalSocket " + folder.resolve("clamd.ctl"),
                        "StreamMaxLength 2M",
                        "MaxThreads 2",
                        "ConcurrentDatabaseReload no",
                        ""));
        daemon = new ProcessBuilder(CLAMD.toString(), "--config-file=" + config)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end && daemon.isAlive() && !answers()) {
            Thread.sleep(50);
        }
    }

    private static boolean answers() {
        try (Clamd clamd = overTcp(LARGEST)) {
            clamd.version();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (daemon != null) {
            daemon.destroyForcibly().waitFor();
        }
    }

    private static Clamd overTcp(long largest) {
        return new Clamd("127.0.0.1:" + port, LONG, largest);
    }

    private static void assumeClamd() {
        assumeTrue(Files.isExecutable(CLAMD), "clamd is not installed (Debian: clamav-daemon)");
    }

    @Test
    void findsTheTestVirusOverTcpAndUnixSocket() throws IOException {
        assumeClamd();
        Path eicar = Files.write(folder.resolve("eicar"), EICAR.getBytes(US_ASCII));
        Path clean = Files.writeString(folder.resolve("clean"), "Thư mời họp");
        try (Clamd tcp = overTcp(LARGEST);
                Clamd unix = new Clamd("unix:" + folder.resolve("clamd.ctl"), LONG, LARGEST)) {
            assertThat(tcp.scan(eicar)).isEqualTo(Answer.INFECTED);
            assertThat(tcp.scan(clean)).isEqualTo(Answer.CLEAN);
            assertThat(unix.scan(eicar)).isEqualTo(Answer.INFECTED);
            assertThat(unix.scan(clean)).isEqualTo(Answer.CLEAN);
            assertThat(tcp.version()).startsWith("ClamAV");
        }
    }

    @Test
    void doesNotCallAFileScannedThatIsTooLarge() throws IOException {
        assumeClamd();
        Path large = Files.write(folder.resolve("large"), new byte[3 << 20]);
        try (Clamd ours = overTcp(LARGEST);
                Clamd theirs = overTcp(10 << 20)) {
            assertThat(ours.scan(large)).isEqualTo(Answer.NOT_SCANNED);
            // Its own limit is 2 MB: it hangs up.
            assertThat(theirs.scan(large)).isEqualTo(Answer.NOT_SCANNED);
        }
    }

    @Test
    void scansNothingWithoutAnAddress() throws IOException {
        try (Clamd none = new Clamd(" ", LONG, LARGEST)) {
            assertThat(none.configured()).isFalse();
            assertThat(none.scan(Files.writeString(folder.resolve("x"), "x"))).isEqualTo(Answer.NOT_SCANNED);
        }
    }

    @Test
    void failsWhenNobodyListensOrTheAddressIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("y"), "y");
        int unused;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = free.getLocalPort();
        }
        for (String address : new String[] {
            "127.0.0.1:" + unused, "unix:" + folder.resolve("none"), "nowhere", ":", "host:notaport", "127.0.0.1:99999"
        }) {
            try (Clamd clamd = new Clamd(address, LONG, LARGEST)) {
                assertThatThrownBy(() -> clamd.scan(file)).as(address).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void givesUpOnAScannerThatKeepsSilent() throws Exception {
        Path file = Files.writeString(folder.resolve("z"), "z");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Clamd clamd = new Clamd("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200), LARGEST)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> clamd.scan(file)).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void doesNotTakeAStrangeAnswerForClean() throws Exception {
        Path file = Files.writeString(folder.resolve("w"), "w");
        for (String answer : new String[] {"", "stream: ERROR\0", "HTTP/1.1 200 OK\r\n\r\nhello\0"}) {
            try (ServerSocket strange = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    Clamd clamd = new Clamd("127.0.0.1:" + strange.getLocalPort(), LONG, LARGEST)) {
                Thread server = new Thread(() -> {
                    try (Socket socket = strange.accept()) {
                        socket.getOutputStream().write(answer.getBytes(US_ASCII));
                        socket.shutdownOutput();
                        socket.getInputStream().readAllBytes();
                    } catch (IOException e) {
                        // the client hung up
                        return;
                    }
                });
                server.start();
                assertThatThrownBy(() -> clamd.scan(file)).isInstanceOf(IOException.class);
                server.join();
            }
        }
    }
}
