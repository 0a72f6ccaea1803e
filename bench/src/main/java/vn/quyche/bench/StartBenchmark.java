package vn.quyche.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.quyche.itests.kit.AssemblyProcess;

/**
 * From the call of the script until the school says that it is ready, against the stock Karaf until its SSH port greets;
 * both from the unpacked archive with empty data, then again with what the first start left. Then the memory of both when
 * nobody has asked anything for a while.
 */
final class StartBenchmark implements Benchmark {

    private static final Path WORK = Path.of(System.getProperty("quyche.work"));
    private static final long REST_MS = 15_000;

    @Override
    public void run(Figures figures) throws Exception {
        Times first = new Times();
        Times again = new Times();
        Times memory = new Times();
        Times stockFirst = new Times();
        Times stockAgain = new Times();
        Times stockMemory = new Times();
        AssemblyProcess.home(); // unpacked before the clock runs
        for (int round = 0; round < Bench.setting("ROUNDS", 3); round++) {
            stock(stockFirst, stockAgain, stockMemory);
            ours(first, again, memory);
            Bench.say(
                    "start: first %.0f ms against %.0f, again %.0f against %.0f, memory %.0f MiB against %.0f",
                    first.median(),
                    stockFirst.median(),
                    again.median(),
                    stockAgain.median(),
                    memory.median(),
                    stockMemory.median());
        }
        figures.atMost("start: first, empty", "ms", first.median(), stockFirst.median(), 2.2);
        figures.atMost("start: again", "ms", again.median(), stockAgain.median(), 2.2);
        figures.atMost("start: memory at rest", "MiB", memory.median(), stockMemory.median(), 1.4);
    }

    private static void ours(Times first, Times again, Times memory) throws Exception {
        try (AssemblyProcess school = AssemblyProcess.named("bench-start").empty()) {
            first.add(untilReady(school));
            school.stop();
            again.add(untilReady(school));
            Thread.sleep(REST_MS);
            memory.add(BenchSchool.residentMib(school.pid()));
        }
    }

    /** Asks for itself: the script that starts the school looks five times a second only. */
    private static double untilReady(AssemblyProcess school) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + school.httpPort() + "/health/ready"))
                .build();
        AtomicBoolean stop = new AtomicBoolean();
        long began = System.nanoTime();
        long[] ready = {0};
        Thread asking = new Thread(() -> {
            while (ready[0] == 0 && !stop.get()) {
                try {
                    if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        ready[0] = System.nanoTime();
                    } else {
                        Thread.sleep(20);
                    }
                } catch (IOException notYet) {
                    pause();
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        asking.start();
        try {
            school.start();
        } finally {
            stop.set(true);
            asking.join();
        }
        return ((ready[0] == 0 ? System.nanoTime() : ready[0]) - began) / 1e6;
    }

    private static void stock(Times first, Times again, Times memory) throws Exception {
        Path home = WORK.resolve("stock-karaf");
        AssemblyProcess.run(List.of("rm", "-rf", home.toString()), Map.of());
        Files.createDirectories(home);
        AssemblyProcess.run(
                List.of(
                        "tar",
                        "xzf",
                        System.getProperty("quyche.stock"),
                        "-C",
                        home.toString(),
                        "--strip-components=1"),
                Map.of());
        int ssh = AssemblyProcess.freePort();
        set(home, "org.apache.karaf.shell.cfg", "sshPort", ssh);
        set(home, "org.apache.karaf.management.cfg", "rmiRegistryPort", AssemblyProcess.freePort());
        set(home, "org.apache.karaf.management.cfg", "rmiServerPort", AssemblyProcess.freePort());
        // Stock, so its own memory settings; EXEC only so that the process is the one that we started.
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(WORK.resolve("stock-karaf.out").toFile());
        builder.environment().put("KARAF_EXEC", "exec");
        for (Times times : List.of(first, again)) {
            long began = System.nanoTime();
            Process karaf = builder.start();
            try {
                awaitSsh(karaf, ssh);
                times.add((System.nanoTime() - began) / 1e6);
                if (times == again) {
                    Thread.sleep(REST_MS);
                    memory.add(BenchSchool.residentMib(karaf.pid()));
                }
            } finally {
                karaf.destroy();
                if (!karaf.waitFor(60, TimeUnit.SECONDS)) {
                    karaf.destroyForcibly();
                }
            }
        }
    }

    private static void set(Path home, String file, String key, int value) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        Files.writeString(path, Files.readString(path).replaceAll("(?m)^" + key + "\\s*=.*", key + " = " + value));
    }

    private static void awaitSsh(Process karaf, int port) throws IOException {
        while (karaf.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                if (socket.getInputStream().read() == 'S') {
                    return;
                }
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException(Files.readString(WORK.resolve("stock-karaf.out")));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
