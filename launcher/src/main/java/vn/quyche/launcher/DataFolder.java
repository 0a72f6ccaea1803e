package vn.quyche.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A school's data folder: {@code settings} of the first run, {@code karaf} for the container, and what the school keeps.
 *
 * @param path the folder, in full
 */
record DataFolder(Path path) {

    private static final long MEGABYTE = 1 << 20;
    private static final long MIN_FREE = 500;
    /** A process that began at another time got the number of one that is gone. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    /** The folder, made if need be; refuses when we may not write there or when the disk is full. */
    static DataFolder need(Path wanted, Os os) {
        Path path;
        try {
            path = Files.createDirectories(wanted).toRealPath();
        } catch (IOException e) {
            throw new Refusal("may not create the data folder " + wanted + ": choose another with --data.");
        }
        try {
            Path probe = path.resolve(".writable");
            Files.deleteIfExists(probe);
            Files.createFile(probe);
            Files.delete(probe);
        } catch (IOException e) {
            throw new Refusal(
                    "may not write in the data folder " + path + ": choose another with --data, or mend its rights.");
        }
        long free = free(path);
        if (free < os.number("QUYCHE_MIN_FREE_MB", MIN_FREE)) {
            throw new Refusal("only " + free + " MB are free where " + path
                    + " is: make room, or choose another disk with --data.");
        }
        return new DataFolder(path);
    }

    private static long free(Path path) {
        try {
            FileStore store = Files.getFileStore(path);
            return store.getUsableSpace() / MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The container's own. */
    Path base() {
        return path.resolve("karaf");
    }

    Path log() {
        return base().resolve("data/log");
    }

    Path pidFile() {
        return base().resolve("pid");
    }

    boolean isEmpty() throws IOException {
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    /** What was said at the first run. */
    /** Whether no school has been in it: neither run nor restored. */
    boolean isNew() {
        return Files.notExists(path.resolve("settings")) && Files.notExists(path.resolve("db"));
    }

    Map<String, String> settings() throws IOException {
        return read(path.resolve("settings"));
    }

    void settings(Map<String, String> settings) throws IOException {
        write(path.resolve("settings"), settings);
    }

    /** The ports of the running school: {@code http}, {@code ssh}. */
    int port(String name) throws IOException {
        String port = read(base().resolve("ports")).get(name);
        if (port == null) {
            throw new Refusal(
                    "the port " + name + " is not in " + base().resolve("ports") + ": start the school anew.");
        }
        return Integer.parseInt(port);
    }

    /** Says which process the school is. */
    void started(ProcessHandle school, Map<String, String> ports) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>(ports);
        school.info().startInstant().ifPresent(at -> lines.put("started", "" + at.toEpochMilli()));
        write(base().resolve("ports"), lines);
        Files.writeString(pidFile(), school.pid() + "\n");
    }

    void stopped() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the school, when it runs. After a crash another program may have got its number. */
    Optional<ProcessHandle> running() throws IOException {
        String pid;
        try {
            pid = Files.readString(pidFile()).strip();
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Optional<String> started =
                Optional.ofNullable(read(base().resolve("ports")).get("started"));
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> started.map(at -> began(process, Long.parseLong(at)))
                        .orElseGet(() -> looksLikeASchool(process)));
    }

    private static boolean began(ProcessHandle process, long at) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(Instant.ofEpochMilli(at), start).abs())
                .map(difference -> difference.compareTo(SAME_START) < 0)
                .orElse(true);
    }

    /** Earlier versions did not write down when they started it. */
    private static boolean looksLikeASchool(ProcessHandle process) {
        Path line = Path.of("/proc/" + process.pid() + "/cmdline");
        try {
            // ProcessHandle gives no command line that is as long as a school's.
            return Files.notExists(line)
                    || Files.readString(line, StandardCharsets.ISO_8859_1).contains("karaf");
        } catch (IOException e) {
            return true;
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Map.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        Files.writeString(
                file,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
