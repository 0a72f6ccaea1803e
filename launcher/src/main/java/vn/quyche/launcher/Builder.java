package vn.quyche.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds and tests a checkout with Maven. */
final class Builder {

    private static final Pattern BUILDING = Pattern.compile(".* Building (Quyche.*)");
    private static final Pattern MISSING = Pattern.compile(".*\\[caused by: (.*?missing requirement.*)");
    private static final Pattern WRONG = Pattern.compile("\\[ERROR].*|\\[WARNING].*\\.java.*");
    /** What Maven says when it would have to fetch something and may not. */
    private static final String OFFLINE = "in offline mode";

    private static final int MISSING_LINES = 10;
    private static final int WRONG_LINES = 30;
    private static final List<String> SOURCES =
            List.of("pom.xml", "bundles", "features", "blank-school", "karaf-assembly", "launcher");
    private static final Set<String> PASSED_OVER = Set.of("target", "test", "template");

    private final Machine machine;
    private final Console console;
    private final Path checkout;
    private final Path home;

    Builder(Machine machine, Console console, Path checkout, Path home) {
        this.machine = machine;
        this.console = console;
        this.checkout = checkout;
        this.home = home;
    }

    /**
     * Builds without tests. Offline is faster, and right whenever everything was fetched once; sources that are newer than
     * that may need libraries that are not here yet, and are then built once more with the registry.
     */
    void build(List<String> more) throws IOException {
        console.say("Building Quyche ...");
        List<String> log = List.of();
        if (Files.exists(home.resolve("etc/system.properties"))) {
            log = withProgress(mavenBuild("-o", more));
            if (log.isEmpty()) {
                return;
            }
        }
        if (log.isEmpty() || log.stream().anyMatch(line -> line.contains(OFFLINE))) {
            log = withProgress(mavenBuild("-U", more));
        }
        if (!log.isEmpty()) {
            reasons(log).forEach(console::warn);
            throw new Refusal("the build failed; all of it is in target/quyche.log.");
        }
    }

    private List<String> mavenBuild(String mode, List<String> more) {
        List<String> words =
                new ArrayList<>(List.of(machine.maven().toString(), "-B", "-ntp", mode, "install", "-DskipTests"));
        words.addAll(more);
        return words;
    }

    /** Whether the distribution is missing, or a source is younger. */
    boolean isStale() throws IOException {
        Path target = checkout.resolve("karaf-assembly/target");
        Optional<Path> built = Optional.empty();
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                built = files.filter(file -> file.toString().endsWith(".tar.gz"))
                        .findFirst();
            }
        }
        if (built.isEmpty() || !Files.isDirectory(home)) {
            return true;
        }
        FileTime since = Files.getLastModifiedTime(built.get());
        for (String source : SOURCES) {
            if (!changed(checkout.resolve(source), since, PASSED_OVER).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The files below that are younger, but for folders of certain names. */
    static List<Path> changed(Path from, FileTime since, Set<String> passedOver) throws IOException {
        List<Path> changed = new ArrayList<>();
        if (Files.notExists(from)) {
            return changed;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return passedOver.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.lastModifiedTime().compareTo(since) > 0) {
                    changed.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** Editors write beside and rename. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return changed;
    }

    /**
     * Builds everything with every test, two modules at a time: most of them wait for a database half of their time. Gives
     * the exit code.
     */
    int test(List<String> more) throws IOException {
        Path maven = machine.maven();
        machine.testTools();
        TestCount.forget(checkout);
        int code = machine.run(checkout, List.of(maven.toString(), "-B", "-ntp", "-q", "spotless:check")) == 0 ? 0 : 1;
        if (code != 0) {
            console.say("The format is not ours: " + machine.os().self() + " format mends it.");
        }
        List<String> words = new ArrayList<>(List.of(maven.toString(), "-B", "-ntp", "-fae", "-T2", "verify"));
        words.addAll(more);
        int tests = machine.run(checkout, words);
        TestCount count = TestCount.of(checkout);
        console.say("");
        count.broken().forEach(test -> console.say("failed: " + test));
        console.say(count.line());
        return tests != 0 ? tests : count.isGood() ? code : 1;
    }

    int format() {
        return machine.run(checkout, List.of(machine.maven().toString(), "-q", "-B", "spotless:apply"));
    }

    /** Builds one bundle as fast as it goes; gives whether it is built. */
    boolean packageBundle(Path folder) {
        String module = checkout.relativize(folder).toString();
        return machine.run(
                        checkout,
                        List.of(
                                machine.maven().toString(),
                                "-q",
                                "-o",
                                "-B",
                                "-Dstyle.color=never",
                                "-pl",
                                module,
                                "package",
                                "-DskipTests"))
                == 0;
    }

    /** Runs Maven with one line for each module; gives its own words when it fails, and none when it is done. */
    private List<String> withProgress(List<String> words) throws IOException {
        Path log = Files.createDirectories(checkout.resolve("target")).resolve("quyche.log");
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(checkout.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", machine.javaHome().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(log)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(line);
                out.newLine();
                Matcher building = BUILDING.matcher(line);
                if (building.matches()) {
                    console.say("  " + building.group(1));
                }
            }
        }
        try {
            if (process.waitFor() == 0) {
                return List.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Files.readAllLines(log);
    }

    /** Of the resolver's page for each feature only the end counts: what is missing. */
    static List<String> reasons(List<String> log) {
        List<String> missing = log.stream()
                .filter(line -> line.contains("missing requirement"))
                .map(line -> MISSING.matcher(line).replaceFirst("$1").replaceFirst("]*$", ""))
                .distinct()
                .sorted()
                .limit(MISSING_LINES)
                .toList();
        return missing.isEmpty()
                ? log.stream()
                        .filter(line -> WRONG.matcher(line).matches())
                        .limit(WRONG_LINES)
                        .toList()
                : missing;
    }
}
