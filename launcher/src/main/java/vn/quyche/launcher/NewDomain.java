package vn.quyche.launcher;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies bundles/template, puts the name in, and makes it known to the build, the features and the profile full. */
final class NewDomain {

    private final Path checkout;
    private final String name;
    private final String title;

    NewDomain(Path checkout, String name) {
        if (!name.matches("[a-z]+")) {
            throw new Refusal("a domain's name is one English noun in small letters, not " + name + ".");
        }
        this.checkout = checkout;
        this.name = name;
        this.title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    void make() throws IOException {
        Path target = checkout.resolve("bundles").resolve(name);
        if (Files.exists(target)) {
            throw new Refusal("bundles/" + name + " is already there.");
        }
        copy(checkout.resolve("bundles/template"), target);
        insert("bundles/pom.xml", "new domains", "<module>" + name + "</module>");
        insert(
                "features/pom.xml",
                "new domains",
                "<dependency>",
                "  <groupId>vn.quyche</groupId>",
                "  <artifactId>" + name + "</artifactId>",
                "  <version>${project.version}</version>",
                "  <scope>provided</scope>",
                "</dependency>");
        String features = "features/src/main/feature/features.xml";
        insert(
                features,
                "new domains: repository",
                "<repository>mvn:vn.quyche/" + name + "/${project.version}/xml/features</repository>");
        insert(features, "new domains: full", "<feature>quyche-" + name + "</feature>");
    }

    private void copy(Path template, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(template)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> !template.relativize(file).startsWith("target"))
                    .toList();
        }
        for (Path file : files) {
            Path copy = target.resolve(named(template.relativize(file).toString()));
            Files.createDirectories(copy.getParent());
            try {
                Files.writeString(copy, named(Files.readString(file)));
            } catch (CharacterCodingException noText) {
                Files.copy(file, copy);
            }
        }
    }

    private String named(String text) {
        return text.replace("__domain__", name).replace("__Domain__", title);
    }

    /** Puts lines before a mark, as far to the right as it. */
    private void insert(String file, String mark, String... lines) throws IOException {
        Path path = checkout.resolve(file);
        StringBuilder text = new StringBuilder();
        Pattern place = Pattern.compile("( *)<!-- " + Pattern.quote(mark) + " -->.*");
        for (String line : Files.readString(path).split("(?<=\n)")) {
            var found = place.matcher(line.stripTrailing());
            if (found.matches()) {
                for (String added : lines) {
                    text.append(found.group(1)).append(added).append('\n');
                }
            }
            text.append(line);
        }
        Files.writeString(path, text);
    }
}
