package vn.quyche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quyche.core.api.Regulated;

/**
 * Which clause is carried out by which code and proved by which test: read from the marks {@link Regulated} in the sources
 * and from the clause catalogue {@code docs/regulations/clauses.tsv}, written to {@code docs/traceability.md}.
 *
 * <p>{@code main} with the root of the checkout as its argument writes the file; a wall test fails when the file that was
 * committed says something else.
 */
public final class TraceabilityReport {

    private static final Path CATALOGUE = Path.of("docs", "regulations", "clauses.tsv");
    private static final Path REPORT = Path.of("docs", "traceability.md");
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "testkit", "template", ".git");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("@Regulated\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern ANNOTATION = Pattern.compile("\\s*@\\w+(\\.\\w+)*(\\((?:[^()\"]|\"[^\"]*\")*\\))?");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");
    private static final Pattern NAME = Pattern.compile("(\\w+)\\s*[(=;]");
    private static final Pattern PACK_CLAUSE = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]*)\"");

    /** One line of the catalogue. */
    private record Clause(String id, String bundle, String kind, String text) {}

    private final Path root;
    private final Map<String, Clause> catalogue = new LinkedHashMap<>();
    private final SortedMap<String, SortedSet<String>> code = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> packs = new TreeMap<>();

    private TraceabilityReport(Path root) {
        this.root = root;
    }

    /** Reads the catalogue and all sources of a checkout. */
    public static TraceabilityReport of(Path root) {
        TraceabilityReport report = new TraceabilityReport(root);
        report.readCatalogue();
        report.readSources(root.resolve("bundles"));
        report.readSources(root.resolve("itests"));
        return report;
    }

    /** Writes the report into the checkout that the argument names. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length == 0 ? "." : args[0]);
        Files.writeString(root.resolve(REPORT), of(root).markdown());
    }

    /** Writes the report into the checkout. */
    public void write() throws IOException {
        Files.writeString(root.resolve(REPORT), markdown());
    }

    /** Whether the report in the checkout says what the sources say. */
    public boolean upToDate() throws IOException {
        Path file = root.resolve(REPORT);
        return Files.exists(file) && Files.readString(file).equals(markdown());
    }

    /** Marks and packs that name a clause which is not in the catalogue, with the place. */
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (Map<String, SortedSet<String>> marks : List.of(code, tests, packs)) {
            marks.forEach((id, places) -> {
                if (!catalogue.containsKey(id)) {
                    unknown.add(id + " in " + String.join(", ", places));
                }
            });
        }
        return unknown;
    }

    /** Clauses that code claims to carry out and no test proves, with the place. */
    public List<String> untested() {
        return code.entrySet().stream()
                .filter(one -> !tests.containsKey(one.getKey()))
                .map(one -> one.getKey() + " in " + String.join(", ", one.getValue()))
                .toList();
    }

    /** Clauses that a regulation pack claims to carry out and no code does, with the pack. */
    public List<String> unfounded() {
        return packs.entrySet().stream()
                .filter(one -> !code.containsKey(one.getKey()))
                .map(one -> one.getKey() + " in " + String.join(", ", one.getValue()))
                .toList();
    }

    /** The report. */
    public String markdown() {
        long proved = catalogue.keySet().stream()
                .filter(id -> code.containsKey(id) && tests.containsKey(id))
                .count();
        StringBuilder out = new StringBuilder()
                .append("# Clause, code, test\n\n")
                .append("Written by the build from the marks `@Regulated`; do not edit.\n\n")
                .append(proved)
                .append(" of ")
                .append(catalogue.size())
                .append(" clauses have code and test.\n\n")
                .append("| Clause | Bundle | Kind | In short | Code | Tests |\n|---|---|---|---|---|---|\n");
        catalogue
                .values()
                .forEach(clause -> out.append("| ")
                        .append(String.join(
                                " | ",
                                clause.id(),
                                clause.bundle(),
                                clause.kind(),
                                clause.text().replace("|", "\\|"),
                                cell(code, clause.id()),
                                cell(tests, clause.id())))
                        .append(" |\n"));
        return out.toString();
    }

    private static String cell(Map<String, SortedSet<String>> marks, String id) {
        return marks.getOrDefault(id, new TreeSet<>()).stream()
                .map(place -> "`" + place + "`")
                .collect(Collectors.joining("<br>"));
    }

    private void readCatalogue() {
        List<String> lines = read(root.resolve(CATALOGUE)).lines().skip(1).toList();
        for (String line : lines) {
            String[] cells = line.split("\t");
            Clause clause = new Clause(cells[0], cells[1], cells[2], cells[3]);
            if (catalogue.put(clause.id(), clause) != null) {
                throw new IllegalStateException("The catalogue has " + clause.id() + " twice");
            }
        }
    }

    private void readSources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return SKIPPED.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    readFile(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readFile(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (path.endsWith("src/main/resources/regulation/pack.json")) {
            PACK_CLAUSE.matcher(read(file)).results().forEach(id -> add(packs, id.group(1), path));
        } else if (path.endsWith(".java") && path.contains("/src/")) {
            marks(read(file), path.contains("/src/main/") ? code : tests, file);
        }
    }

    private static void marks(String source, Map<String, SortedSet<String>> into, Path file) {
        String text = COMMENT.matcher(source).replaceAll("");
        String type = file.getFileName().toString().replace(".java", "");
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            String place = place(type, declarationAfter(text, mark.end()));
            ID.matcher(mark.group(1)).results().map(id -> id.group(1)).forEach(id -> add(into, id, place));
        }
    }

    /** What follows a mark, without the annotations between. */
    private static String declarationAfter(String text, int from) {
        int at = from;
        Matcher annotation = ANNOTATION.matcher(text);
        while (annotation.region(at, text.length()).lookingAt()) {
            at = annotation.end();
        }
        int end = text.indexOf('{', at);
        int semicolon = text.indexOf(';', at);
        int stop = end < 0 ? semicolon : semicolon < 0 ? end : Math.min(end, semicolon);
        return text.substring(at, stop < 0 ? text.length() : stop + 1);
    }

    private static String place(String file, String declaration) {
        Matcher type = TYPE.matcher(declaration);
        if (type.find()) {
            return type.group(1).equals(file) ? file : file + "." + type.group(1);
        }
        return file
                + NAME.matcher(declaration)
                        .results()
                        .findFirst()
                        .map((MatchResult name) -> "#" + name.group(1))
                        .orElse("");
    }

    private static void add(Map<String, SortedSet<String>> into, String id, String place) {
        into.computeIfAbsent(id, key -> new TreeSet<>()).add(place);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
