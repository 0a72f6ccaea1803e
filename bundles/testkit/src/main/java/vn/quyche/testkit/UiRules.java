package vn.quyche.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for templates and texts of a bundle. See {@code docs/ui-guide.md}.
 *
 * <pre>{@code
 * UiRules.of(Path.of("src/main/resources")).templatesAreSafe();
 * }</pre>
 */
public final class UiRules {

    private static final List<Forbidden> FORBIDDEN = List.of(
            new Forbidden("\\|\\s*raw\\b", "the filter raw: everything is escaped"),
            new Forbidden("<script(?![^>]*\\ssrc=)", "an inline script"),
            new Forbidden("<style\\b", "an inline style sheet"),
            new Forbidden("\\sstyle\\s*=", "an inline style"),
            new Forbidden("<[^>]*\\son[a-z]+\\s*=", "an inline event handler"),
            new Forbidden("\\s(data-)?hx-on\\b", "hx-on"),
            new Forbidden("\\shx-vals\\s*=\\s*[\"']js:", "script in hx-vals"),
            new Forbidden("javascript:", "an address that is script"),
            new Forbidden("\\b(src|href|action)\\s*=\\s*[\"'](https?:)?//", "an address on another host"),
            new Forbidden("\\{%\\s*autoescape\\s+false", "escaping switched off"),
            new Forbidden("\\bexport\\(\\s*url\\(", "export of url(): the filter would stand in the address twice"));

    private static final Pattern LITERAL_KEY = Pattern.compile("\\bt\\(\\s*[\"']([^\"']+)[\"']\\s*([,)~])");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern KEY_LINE = Pattern.compile("^\\s*([^#!\\s=:][^\\s=:]*)\\s*[=:]");
    private static final Pattern JOB =
            Pattern.compile("(?s) implements [\\w, ]*\\bJob\\b.*public String name\\(\\) \\{\\s*return \"([^\"]+)\"");
    private static final Pattern ADDRESSED = Pattern.compile(
            "\\bbạn\\b(?! đọc)|\\bthầy\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<Pattern> CODES = List.of(
            Pattern.compile("new (?:NotFound|Conflict|Forbidden|Unauthenticated|Unavailable)\\(\\s*\"([^\"]+)\""),
            Pattern.compile("new (?:Invalid|Refused)\\(\\s*\"[^\"]*\",\\s*\"([^\"]+)\""),
            Pattern.compile("View\\.redirect\\([^;]*?,\\s*\"([a-z][\\w-]*\\.[^\"/ ]+)\""),
            Pattern.compile("new NavEntry\\([^;]*?,[^;]*?,[^;]*?,\\s*\"([^\"]+)\""));

    private final Path resources;

    private record Forbidden(String pattern, String what) {

        Pattern compiled() {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        }
    }

    private UiRules(Path resources) {
        this.resources = resources;
    }

    /** The rules for a folder of resources, as a rule {@code src/main/resources}. */
    public static UiRules of(Path resources) {
        return new UiRules(resources);
    }

    /** No template switches escaping off or contains script, style or addresses of other hosts. */
    public void templatesAreSafe() {
        List<String> found = new ArrayList<>();
        for (Path template : templates()) {
            String text = read(template);
            for (Forbidden forbidden : FORBIDDEN) {
                Matcher matcher = forbidden.compiled().matcher(text);
                while (matcher.find()) {
                    found.add(resources.relativize(template) + ":" + line(text, matcher.start()) + " has "
                            + forbidden.what());
                }
            }
        }
        assertThat(found).as("what templates must not contain").isEmpty();
    }

    /**
     * Both languages have the same keys, once each; messages are valid and have the same places; no message speaks to
     * "bạn" or "thầy cô"; every literal key that a template uses exists here or in core.
     */
    public void textsAreComplete() {
        Path vietnameseFile = resources.resolve("i18n/messages.properties");
        Path englishFile = resources.resolve("i18n/messages_en.properties");
        Properties vietnamese = load(vietnameseFile);
        Properties english = load(englishFile);
        List<String> found = new ArrayList<>();
        found.addAll(doubles(vietnameseFile));
        found.addAll(doubles(englishFile));
        missing(vietnamese, english).forEach(key -> found.add("messages_en.properties lacks " + key));
        missing(english, vietnamese).forEach(key -> found.add("messages.properties lacks " + key));
        for (String key : vietnamese.stringPropertyNames()) {
            String text = vietnamese.getProperty(key);
            check(key, text, found);
            if (ADDRESSED.matcher(text).find()) {
                found.add("messages.properties: " + key + " speaks to a person instead of naming the thing: " + text);
            }
            String translated = english.getProperty(key);
            if (translated != null) {
                check(key + " (en)", translated, found);
                if (!places(text).equals(places(translated))) {
                    found.add(key + " has other places in English");
                }
            }
        }
        Set<String> known = new TreeSet<>(vietnamese.stringPropertyNames());
        known.addAll(core());
        for (Path template : templates()) {
            Matcher keys = LITERAL_KEY.matcher(read(template));
            while (keys.find()) {
                String key = keys.group(1);
                boolean there = keys.group(2).equals("~")
                        ? known.stream().anyMatch(k -> k.startsWith(key))
                        : known.contains(key);
                if (!there) {
                    found.add(resources.relativize(template) + " uses the unknown key " + key);
                }
            }
        }
        assertThat(found).as("what is wrong with the texts").isEmpty();
    }

    /**
     * Every code that is thrown, every message that is shown after a form was sent, and every job has a text.
     *
     * @param java the folder of the bundle's sources, as a rule {@code src/main/java}
     */
    public void codesHaveTexts(Path java) {
        Set<String> known = new TreeSet<>(
                load(resources.resolve("i18n/messages.properties")).stringPropertyNames());
        known.addAll(core());
        List<String> found = new ArrayList<>();
        for (Path source : files(java, ".java")) {
            String text = read(source);
            for (Pattern pattern : CODES) {
                Matcher codes = pattern.matcher(text);
                while (codes.find()) {
                    if (!known.contains(codes.group(1))) {
                        found.add(source.getFileName() + ":" + line(text, codes.start(1)) + " " + codes.group(1));
                    }
                }
            }
            Matcher job = JOB.matcher(text);
            if (job.find() && !known.contains("job." + job.group(1))) {
                found.add(source.getFileName() + ": job." + job.group(1));
            }
        }
        assertThat(found).as("codes without a text").isEmpty();
    }

    private static void check(String key, String text, List<String> found) {
        String bare = text.replace("''", "").replace("'{'", "").replace("'}'", "");
        if (bare.contains("'")) {
            found.add(key + " has a single apostrophe: double it");
        }
        try {
            new MessageFormat(text);
        } catch (IllegalArgumentException e) {
            found.add(key + " is no message: " + e.getMessage());
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> missing(Properties wanted, Properties from) {
        Set<String> missing = new TreeSet<>(wanted.stringPropertyNames());
        missing.removeAll(from.stringPropertyNames());
        return missing;
    }

    private static List<String> doubles(Path file) {
        Set<String> seen = new TreeSet<>();
        return read(file)
                .lines()
                .map(KEY_LINE::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .filter(key -> !seen.add(key))
                .map(key -> file.getFileName() + " has " + key + " twice")
                .toList();
    }

    /** The keys of the core bundles, which every bundle may use. */
    private static Set<String> core() {
        Path core = Path.of("bundles/core");
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(core))) {
                Set<String> keys = new TreeSet<>();
                for (Path file : files(folder.resolve(core), "src/main/resources/i18n/messages.properties")) {
                    keys.addAll(load(file).stringPropertyNames());
                }
                return keys;
            }
        }
        throw new AssertionError(
                core + " is not to be found above " + Path.of("").toAbsolutePath());
    }

    private List<Path> templates() {
        return files(resources.resolve("ui"), ".html");
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path file) {
        assertThat(file).exists();
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long line(String text, int at) {
        return text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
