package vn.quyche.launcher;

import java.io.IOException;
import java.io.InputStream;
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
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How many tests there were, from the reports of surefire and failsafe.
 *
 * @param passed tests that passed
 * @param failed tests that failed or could not be run
 * @param skipped tests that were left out
 * @param broken the tests that failed, each with the first line of what it said: the log before the count is long
 */
record TestCount(int passed, int failed, int skipped, List<String> broken) {

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
        List<String> broken = new ArrayList<>();
        for (Path report : reports(checkout)) {
            Matcher suite = SUITE.matcher(head(report));
            if (suite.find()) {
                int before = failed;
                tests += value(suite.group(), "tests");
                failed += value(suite.group(), "errors") + value(suite.group(), "failures");
                skipped += value(suite.group(), "skipped");
                if (failed > before) {
                    broken.addAll(broken(report));
                }
            }
        }
        return new TestCount(tests - failed - skipped, failed, skipped, broken);
    }

    /** The failed tests of a report; as many as can be read of one that broke off. */
    private static List<String> broken(Path report) throws IOException {
        List<String> broken = new ArrayList<>();
        String test = "";
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("testcase")) {
                    test = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
                } else if (xml.getLocalName().equals("failure")
                        || xml.getLocalName().equals("error")) {
                    String message = xml.getAttributeValue(null, "message");
                    broken.add(test + ": "
                            + (message == null
                                    ? ""
                                    : message.strip().lines().findFirst().orElse("")));
                }
            }
        } catch (XMLStreamException e) {
            broken.add(report + " cannot be read: " + e.getMessage());
        }
        return broken;
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
