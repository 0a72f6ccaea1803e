package vn.quyche.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many tests there were, from the reports of surefire and failsafe.
 *
 * @param passed tests that passed
 * @param failed tests that failed or could not be run
 * @param skipped tests that were left out
 */
record TestCount(int passed, int failed, int skipped) {

    private static final Pattern SUITE = Pattern.compile("<testsuite\\s[^>]*>");
    private static final int HEAD_BYTES = 16 * 1024;

    /** The plain closing line. */
    String line() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }

    boolean isGood() {
        return failed == 0 && passed + skipped > 0;
    }

    static TestCount of(Path checkout) throws IOException {
        int tests = 0;
        int failed = 0;
        int skipped = 0;
        for (Path report : reports(checkout)) {
            Matcher suite = SUITE.matcher(head(report));
            if (suite.find()) {
                tests += value(suite.group(), "tests");
                failed += value(suite.group(), "errors") + value(suite.group(), "failures");
                skipped += value(suite.group(), "skipped");
            }
        }
        return new TestCount(tests - failed - skipped, failed, skipped);
    }

    /** Deletes the reports of earlier runs. */
    static void forget(Path checkout) throws IOException {
        for (Path report : reports(checkout)) {
            Files.delete(report);
        }
    }

    private static String head(Path report) throws IOException {
        try (var in = Files.newInputStream(report)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static int value(String suite, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"(\\d+)\"").matcher(suite);
        return value.find() ? Integer.parseInt(value.group(1)) : 0;
    }

    /** Those of the modules; what tests themselves built below a target does not count again. */
    private static List<Path> reports(Path checkout) throws IOException {
        List<Path> reports = new ArrayList<>();
        Files.walkFileTree(checkout, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = folder.getFileName().toString();
                if (name.equals("target")) {
                    try (Stream<Path> inside = Files.list(folder)) {
                        for (Path kind : inside.filter(path -> path.toString().endsWith("-reports"))
                                .toList()) {
                            try (Stream<Path> files = Files.list(kind)) {
                                files.filter(file ->
                                                file.getFileName().toString().matches("TEST-.*\\.xml"))
                                        .forEach(reports::add);
                            }
                        }
                    }
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return name.equals("src") || name.equals(".git")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }
        });
        return reports;
    }
}
