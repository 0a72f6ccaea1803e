package vn.quyche.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Other programs: found, installed where that is possible, run. */
final class Machine {

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private final Os os;
    private final Console console;
    private final Path javaHome;

    Machine(Os os, Console console, Path javaHome) {
        this.os = os;
        this.console = console;
        this.javaHome = javaHome;
    }

    Os os() {
        return os;
    }

    /** The JDK that we run on, which is one that the school runs on. */
    Path javaHome() {
        return javaHome;
    }

    /** Runs a program in the foreground, with our in- and output, and gives its exit code. */
    int run(Path folder, List<String> words) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(words).directory(folder.toFile()).inheritIO();
            builder.environment().put("JAVA_HOME", javaHome.toString());
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new Refusal("cannot run " + words.get(0) + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted.");
        }
    }

    /** Maven, installed if need be. */
    Path maven() {
        return os.find("mvn")
                .or(() -> install(List.of("maven")) ? os.find("mvn") : Optional.empty())
                .orElseThrow(() -> new Refusal("needs Maven 3.8 or later"
                        + (os.isWindows() ? " on the PATH." : ". Debian, Ubuntu: apt-get install maven.")));
    }

    /** Real parts for the tests; where they cannot be had, the tests that need them are counted as skipped. */
    void testTools() {
        List<String> missing = new ArrayList<>();
        if (os.find("chromium").isEmpty()) {
            missing.add("chromium");
        }
        if (os.find("chromedriver").isEmpty()) {
            missing.add("chromium-driver");
        }
        if (!hasPostgres()) {
            missing.add("postgresql");
        }
        if (os.find("clamd").isEmpty()) {
            missing.add("clamav-daemon");
        }
        if (os.find("softhsm2-util").isEmpty()) {
            missing.add("softhsm2");
        }
        if (os.find("pdfsig").isEmpty()) {
            missing.add("poppler-utils");
        }
        if (missing.isEmpty() || install(missing)) {
            return;
        }
        missing.forEach(tool -> console.say("Not here: " + tool + ". The tests that need it are skipped."));
    }

    private static boolean hasPostgres() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return false;
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.anyMatch(folder -> Files.isExecutable(folder.resolve("bin/initdb")));
        } catch (IOException e) {
            return false;
        }
    }

    /** Installs packages when we are root on a Debian, unless QUYCHE_NO_APT says otherwise. */
    private boolean install(List<String> packages) {
        Optional<Path> apt = os.find("apt-get");
        if (apt.isEmpty()
                || !"root".equals(System.getProperty("user.name"))
                || os.variable("QUYCHE_NO_APT").isPresent()) {
            return false;
        }
        console.say("Installing " + String.join(" ", packages) + " ...");
        List<String> words =
                new ArrayList<>(List.of(apt.get().toString(), "-qq", "-y", "install", "--no-install-recommends"));
        words.addAll(packages);
        return quietly(List.of(apt.get().toString(), "-qq", "update")) && quietly(words);
    }

    private static boolean quietly(List<String> words) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(words).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a process holds in memory, as the system says it; empty where it does not. */
    Optional<Long> megabytes(long pid) {
        try {
            Path status = Path.of("/proc/" + pid + "/status");
            if (Files.exists(status)) {
                Matcher resident = RESIDENT.matcher(Files.readString(status));
                return resident.find() ? Optional.of(Long.parseLong(resident.group(1)) / 1024) : Optional.empty();
            }
            return os.isWindows()
                    ? tasklist(printed(List.of("tasklist", "/FI", "PID eq " + pid, "/FO", "CSV", "/NH")))
                    : kilobytes(printed(List.of("ps", "-o", "rss=", "-p", "" + pid)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A line such as {@code "java.exe","4711","Console","1","345,678 K"}; the separator is the country's. */
    static Optional<Long> tasklist(String line) {
        String[] columns = line.strip().split("\",\"");
        return columns.length < 5 ? Optional.empty() : kilobytes(columns[4].replaceAll("\\D", ""));
    }

    private static Optional<Long> kilobytes(String number) {
        String digits = number.strip();
        return digits.matches("\\d+") ? Optional.of(Long.parseLong(digits) / 1024) : Optional.empty();
    }

    private static String printed(List<String> words) throws IOException {
        Process process =
                new ProcessBuilder(words).redirectError(Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes());
    }

    /** A size as people read it: {@code 12M}. */
    static String size(long bytes) {
        long kilo = 1024;
        if (bytes < kilo * kilo) {
            return Math.max(1, bytes / kilo) + "K";
        }
        return bytes < kilo * kilo * kilo ? bytes / (kilo * kilo) + "M" : String.format("%.1fG", bytes / 1073741824.0);
    }

    /** Waits a moment. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted.");
        }
    }

    /** What lies in a folder, in bytes; files that vanish meanwhile do not count. */
    static long sizeOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
