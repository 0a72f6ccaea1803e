package vn.quyche.itests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A school that runs: the distribution unpacked once for all tests, started by its own script as a user would, with a
 * data folder of its own and free ports on the loopback address.
 *
 * <pre>{@code
 * try (AssemblyProcess school = AssemblyProcess.named("boot").empty().start()) {
 *     school.get("/health/ready");
 * }
 * }</pre>
 */
public final class AssemblyProcess implements AutoCloseable {

    private static final Path WORK = Path.of(System.getProperty("quyche.work", "target/schools"))
            .toAbsolutePath()
            .normalize();
    private static final Path DISTRIBUTION =
            Path.of(System.getProperty("quyche.distribution")).toAbsolutePath().normalize();

    private final Path data;
    private final int httpPort;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Path distribution = DISTRIBUTION;
    private Process script;
    private Duration bootTime;

    private AssemblyProcess(String name) {
        this.data = WORK.resolve(name);
        this.httpPort = freePort();
    }

    /** A school whose data lies in a fresh folder of this name. */
    public static AssemblyProcess named(String name) {
        AssemblyProcess school = new AssemblyProcess(name);
        run(List.of("rm", "-rf", school.data.toString()), Map.of());
        return school;
    }

    /** A school with nobody in it, in place of the demo school. */
    public AssemblyProcess empty() {
        return with("--empty");
    }

    /** Another distribution than the one that this build has made. */
    public AssemblyProcess of(Path tarball) {
        this.distribution = tarball.toAbsolutePath().normalize();
        return this;
    }

    /** More options for the script, such as {@code --profile school-primary}. */
    public AssemblyProcess with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** An environment variable for the school, such as EXTRA_JAVA_OPTS. */
    public AssemblyProcess environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A configuration that it finds at its first start, such as {@code vn.quyche.core.persistence.cfg}. */
    public AssemblyProcess configured(String file, String text) {
        try {
            Path etc = Files.createDirectories(data.resolve("karaf/etc"));
            Files.writeString(etc.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Starts it, and returns when it is ready; fails with the script's own words when it does not get there. */
    public AssemblyProcess start() {
        long began = System.nanoTime();
        Path output = WORK.resolve(data.getFileName() + ".out");
        List<String> command =
                new ArrayList<>(List.of(script(), "run", "--data", data.toString(), "--port", "" + httpPort));
        command.addAll(options);
        try {
            script = launch(command, environment, output);
            while (!Files.readString(output).contains("Ready after")) {
                if (!script.isAlive()) {
                    throw new IllegalStateException("The school did not start:\n" + Files.readString(output));
                }
                Thread.sleep(100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        bootTime = Duration.ofNanos(System.nanoTime() - began);
        return this;
    }

    /** Stops it in order and waits until it is gone; the data stay, so that it can be started again. */
    public void stop() {
        run(List.of(script(), "stop", "--data", data.toString()), Map.of());
        await();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
        await();
    }

    @Override
    public void close() {
        if (script != null && script.isAlive()) {
            stop();
        }
    }

    /** Runs another command of the script on this school, such as {@code status}, and returns what it prints. */
    public String quyche(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(script(), command, "--data", data.toString()));
        words.addAll(List.of(more));
        return run(words, Map.of());
    }

    /** Runs a command in the shell as an account; gives what it prints, errors included. */
    public String shell(String account, String password, String command) {
        // By the standard input: Karaf's client ends a command that is its argument when no terminal is there.
        String words = "printf '%%s\\n' \"$COMMAND\" | '%s' shell --data '%s' -u '%s' -p '%s' -b 2>&1 || true";
        return run(
                List.of("bash", "-c", words.formatted(script(), data, account, password)), Map.of("COMMAND", command));
    }

    /** GET of a path, with whatever status comes. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Any request, with whatever status comes. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    public int httpPort() {
        return httpPort;
    }

    public int sshPort() {
        return Integer.parseInt(read("karaf/ports").replaceAll("(?s).*ssh=(\\d+).*", "$1"));
    }

    public long pid() {
        return Long.parseLong(read("karaf/pid").strip());
    }

    /** From the call of the script until it was ready. */
    public Duration bootTime() {
        return bootTime;
    }

    /** The school's data folder. */
    public Path data() {
        return data;
    }

    /** The folder that the container watches: a jar or KAR put there is installed. */
    public Path deploy() {
        return data.resolve("karaf/deploy");
    }

    /** Everything it has logged. */
    public String log() {
        return read("karaf/data/log/karaf.log");
    }

    /** The unpacked distribution, which all schools of a test run share and none may change. */
    public static Path home() {
        return home(DISTRIBUTION);
    }

    private static synchronized Path home(Path distribution) {
        try {
            String from = distribution + " " + Files.getLastModifiedTime(distribution);
            Path home = WORK.resolve("home-" + Integer.toHexString(distribution.hashCode()));
            Path mark = Path.of(home + ".from");
            if (!Files.exists(mark) || !Files.readString(mark).equals(from)) {
                run(List.of("rm", "-rf", home.toString()), Map.of());
                Files.createDirectories(home);
                run(
                        List.of("tar", "xzf", distribution.toString(), "-C", home.toString(), "--strip-components=1"),
                        Map.of());
                Files.writeString(mark, from);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port on the loopback address that nobody uses now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String script() {
        return home(distribution).resolve("bin/quyche").toString();
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        try {
            if (!script.waitFor(60, TimeUnit.SECONDS)) {
                script.destroyForcibly();
                throw new IllegalStateException("The school in " + data + " does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command to its end and returns what it prints; fails with that when the command fails. */
    public static String run(List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("quyche", ".out");
            Process process = launch(command, environment, output);
            if (!process.waitFor(600, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            String printed = Files.readString(output);
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " ended with " + process.exitValue() + ":\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process launch(List<String> command, Map<String, String> environment, Path output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
