package vn.quyche.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import vn.quyche.launcher.backup.SchoolFiles;

/** Starts a school in the foreground, asks how it fares, stops it in order. */
final class School {

    private static final Pattern TELLING = Pattern.compile("ERROR|missing requirement|Exception:");
    private static final int TELLING_LINES = 3;
    private static final int TELLING_WIDTH = 400;
    private static final int HEALTH_WIDTH = 1000;
    private static final long START_SECONDS = 600;
    private static final int SAY_EVERY_SECONDS = 10;
    /** It keeps its classes the first time, which takes ten seconds and more. */
    private static final Duration STOP = Duration.ofSeconds(180);

    private static final int RESTART = 10;
    /** Ended by ctrl-c, by SIGTERM, or by itself in order. */
    private static final List<Integer> IN_ORDER = List.of(0, 130, 143);

    private final Place place;
    private final Machine machine;
    private final Console console;
    private final DataFolder data;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private List<String> command = List.of();
    private Optional<ClassArchive> archive = Optional.empty();
    private volatile Process server;
    private volatile Thread atExit;

    School(Place place, Machine machine, Console console, DataFolder data) {
        this.place = place;
        this.machine = machine;
        this.console = console;
        this.data = data;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param began when the user called, in {@link System#nanoTime}
     */
    void start(CommandLine line, Optional<Builder> builder, long began) throws IOException {
        Optional<ProcessHandle> running = data.running();
        if (running.isPresent()) {
            throw new Refusal("the school in " + data.path() + " is already running (process "
                    + running.get().pid() + "): " + machine.os().self() + " stop.");
        }
        if (Files.exists(data.path().resolve(SchoolFiles.RESTORING))) {
            throw new Refusal("a restore into " + data.path() + " was cut off: restore again, with --force.");
        }
        if (builder.isPresent() && builder.get().isStale()) {
            builder.get().build(List.of());
        }
        Base base = new Base(place.home(), data.base());
        boolean first = data.isNew();
        settle(line, base);
        int port = Integer.parseInt(settings.get("port"));
        if (Ports.isOpen(port)) {
            throw new Refusal(
                    "port " + port + " is busy: choose another with --port, or stop the program that has it.");
        }
        String fingerprint = base.prepare(settings.get("profile"), settings.get("school"));
        // A checkout is built anew all the time.
        if (place.checkout().isEmpty()) {
            archive = Optional.of(ClassArchive.of(place.home(), data.base(), settings.get("profile"), fingerprint));
        }
        console.say("Starting the school in " + data.path() + " ...");
        launch(port, first ? past() : "");
        awaitReady(port);
        console.say("");
        console.say("Ready after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)
                + " s:   http://127.0.0.1:" + port + "/");
        welcome();
    }

    /** What was said now, else what was said at the first run, else the default. */
    private void settle(CommandLine line, Base base) throws IOException {
        Map<String, String> kept = data.settings();
        settings.put("port", line.port().orElse(kept.getOrDefault("port", "8181")));
        settings.put("profile", line.profile().orElse(kept.getOrDefault("profile", "full")));
        settings.put("school", line.school().orElse(kept.getOrDefault("school", "demo")));
        if (!base.hasProfile(settings.get("profile"))) {
            throw new Refusal("there is no profile " + settings.get("profile")
                    + ": school-preschool, school-primary, school-secondary, district-office, full.");
        }
        data.settings(settings);
    }

    /** From when the clock of a new demo school starts: the first day of the last whole school year; nothing for others. */
    private String past() {
        return settings.get("school").equals("demo")
                ? DemoPast.start(LocalDate.now(DemoPast.VIETNAM)).toString()
                : "";
    }

    /** @param from the instant at which the clock of the school starts; empty for now */
    private void launch(int port, String from) throws IOException {
        int ssh = Ports.free(8101);
        KarafCommand karaf = karaf();
        command = karaf.server(List.of(
                "quyche.data=" + machine.os().slashes(data.path()),
                "quyche.school=" + settings.get("school"),
                "quyche.clock.from=" + from,
                "quyche.blank=" + machine.os().slashes(blank()),
                "quyche.http.port=" + port,
                "quyche.ssh.port=" + ssh,
                "quyche.rmi.registry.port=" + Ports.free(1099),
                "quyche.rmi.server.port=" + Ports.free(44444),
                "file.encoding=UTF-8",
                "user.timezone=Asia/Ho_Chi_Minh"));
        server = process();
        data.started(server.toHandle(), ports(port, ssh));
        atExit = new Thread(this::stopAtExit, "quyche-stop");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** The database with which a new school of this profile begins. */
    private Path blank() {
        return place.home().resolve("blank").resolve(settings.get("profile") + ".zip");
    }

    private static Map<String, String> ports(int http, int ssh) {
        Map<String, String> ports = new LinkedHashMap<>();
        ports.put("http", "" + http);
        ports.put("ssh", "" + ssh);
        return ports;
    }

    private Process process() throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(data.base().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.log().resolve("console.log").toFile())
                .start();
        process.getOutputStream().close();
        return process;
    }

    private KarafCommand karaf() {
        return new KarafCommand(machine.os(), machine.javaHome(), place.home(), data.base(), archive);
    }

    private void awaitReady(int port) throws IOException {
        long began = System.nanoTime();
        long most = machine.os().number("QUYCHE_START_TIMEOUT", START_SECONDS);
        long said = 0;
        while (!Ports.health(port).ready()) {
            if (!server.isAlive()) {
                release();
                telling().forEach(console::warn);
                throw new Refusal("the school did not start; all of it is in " + karafLog() + ".");
            }
            Machine.pause(200);
            long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            if (waited >= said + SAY_EVERY_SECONDS) {
                said = waited;
                console.say("  ... still starting (" + waited + " s)");
            }
            if (waited >= most) {
                console.warn("Not ready after " + most + " s. What it says of itself (http://127.0.0.1:" + port
                        + "/health/ready):");
                console.warn(cut(Ports.health(port).text(), HEALTH_WIDTH));
                stop(server.toHandle());
                release();
                throw new Refusal("the school did not become ready; all of it is in " + karafLog() + ".");
            }
        }
    }

    /** The last lines of the logs that say what went wrong. */
    private List<String> telling() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String log : List.of("karaf.log", "console.log")) {
            try {
                Files.readString(data.log().resolve(log), StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> TELLING.matcher(line).find())
                        // Read byte by byte, since a log may be cut within a letter.
                        .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                        .map(line -> cut(line, TELLING_WIDTH))
                        .forEach(lines::add);
            } catch (NoSuchFileException none) {
                continue;
            }
        }
        return lines.subList(Math.max(0, lines.size() - TELLING_LINES), lines.size());
    }

    private static String cut(String line, int width) {
        return line.length() > width ? line.substring(0, width) : line;
    }

    private Path karafLog() {
        return data.log().resolve("karaf.log");
    }

    private void welcome() throws IOException {
        Path demo = data.path().resolve("demo-accounts.txt");
        Path admin = data.path().resolve("initial-admin.txt");
        if (settings.get("school").equals("demo") && Files.exists(demo)) {
            console.say("");
            console.say(Files.readString(demo).stripTrailing());
        } else if (Files.exists(admin)) {
            console.say("The first account and its password are in " + admin + ".");
        }
        console.say("");
        console.say("Next: open the address, sign in, and look at \"Việc của tôi\" (my duties)."
                + " Ctrl-C stops the school.");
    }

    boolean isAlive() {
        return server.isAlive();
    }

    /** Returns when the school ends; refuses when it did so by itself. */
    void await() throws IOException {
        int code = waitFor();
        while (code == RESTART) {
            // An administrator asked the container for a new process.
            server = process();
            data.started(server.toHandle(), ports(Integer.parseInt(settings.get("port")), data.port("ssh")));
            code = waitFor();
        }
        release();
        if (!keptInOrder(code)) {
            throw new Refusal("the school ended by itself (" + code + "); see " + karafLog() + ".");
        }
    }

    /** Whether it ended in order; the classes that it wrote down at its end are kept only then. */
    private boolean keptInOrder(int code) {
        boolean inOrder = IN_ORDER.contains(code);
        archive.ifPresent(inOrder ? ClassArchive::keep : ClassArchive::drop);
        return inOrder;
    }

    private int waitFor() {
        try {
            return server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** It has ended: nothing is left to do at our own end. */
    private void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException stopping) {
            // Ctrl-C: stopAtExit does the rest, and ends us.
            waitForever();
        }
        data.stopped();
    }

    private static void waitForever() {
        while (true) {
            Machine.pause(Long.MAX_VALUE);
        }
    }

    /** Ctrl-C, or somebody ends us: the school gets the signal from the terminal too, or from us only. */
    private void stopAtExit() {
        console.say("");
        console.say("Stopping ...");
        if (stop(server.toHandle())) {
            keptInOrder(server.exitValue());
        }
        data.stopped();
        Runtime.getRuntime().halt(0);
    }

    /** Says how it fares; gives the exit code. */
    int status() throws IOException {
        Optional<ProcessHandle> running = data.running();
        if (running.isEmpty()) {
            console.say("stopped      data: " + data.path());
            return 3;
        }
        long pid = running.get().pid();
        int port = data.port("http");
        boolean ready = Ports.health(port).ready();
        String memory = machine.megabytes(pid)
                .map(megabytes -> ", " + megabytes + " MB")
                .orElse("");
        console.say("running      " + (ready ? "ready" : "not ready") + ", process " + pid + memory);
        console.say("address      http://127.0.0.1:" + port + "/");
        console.say("data         " + data.path() + " (" + Machine.size(Machine.sizeOf(data.path())) + ")");
        return ready ? 0 : 4;
    }

    /** Stops the one that runs. */
    void stop() throws IOException {
        Optional<ProcessHandle> running = data.running();
        if (running.isEmpty()) {
            console.say("It is not running.");
            return;
        }
        if (!stop(running.get())) {
            throw new Refusal("process " + running.get().pid() + " does not stop; look at " + karafLog()
                    + " before you kill it.");
        }
        data.stopped();
        console.say("Stopped.");
    }

    /** Asks a school to end in order, and waits for it; gives whether it is gone. */
    private boolean stop(ProcessHandle school) {
        if (school.supportsNormalTermination()) {
            school.destroy();
        } else {
            // On Windows others can only kill it: so the container is told by its shutdown port.
            try {
                shutDown(data.base());
            } catch (IOException e) {
                console.warn("The school does not listen: " + e.getMessage());
            }
        }
        long began = System.nanoTime();
        boolean said = false;
        while (school.isAlive() && System.nanoTime() < began + STOP.toNanos()) {
            Machine.pause(100);
            if (!said && System.nanoTime() > began + SAY_EVERY_SECONDS * 500_000_000L) {
                said = true;
                console.say("  ... still stopping: the first time it keeps what makes the next starts faster");
            }
        }
        return !school.isAlive();
    }

    /** Says the word that the container waits for to the port that it wrote down. */
    static void shutDown(Path base) throws IOException {
        int port = Integer.parseInt(Files.readString(base.resolve("data/port")).strip());
        Properties properties = new Properties();
        try (var in = Files.newInputStream(base.resolve("etc/config.properties"))) {
            properties.load(in);
        }
        String word = properties.getProperty("karaf.shutdown.command", "SHUTDOWN");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream()) {
            out.write((word + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the administrator's shell runs with. */
    AdminShell shell() throws IOException {
        if (data.running().isEmpty()) {
            throw new Refusal("the school in " + data.path() + " is not running.");
        }
        return new AdminShell(machine.os(), karaf(), data.port("ssh"));
    }
}
