package vn.quyche.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who sees which shell command. Karaf shows a command without an entry to everybody who has a shell. */
class CommandsTest {

    private static final Pattern COMMAND =
            Pattern.compile("@Command\\(\\s*scope = \"([a-z]+)\",\\s*name = \"([a-z-]+)\"");
    private static final Pattern LIST_OPTION = Pattern.compile("name = \"--(sort|size|after)\"");
    private static final Pattern RULES = Pattern.compile(
            "<config name=\"org\\.apache\\.karaf\\.command\\.acl\\.([a-z]+)\">(.*?)</config>", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("^\\s*([a-z-]+)\\s*=", Pattern.MULTILINE);

    static List<Path> folders() {
        return Build.folders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void eachCommandSaysWhoSeesItAndNoRuleIsLeftOver(Path folder) {
        assertThat(rules(folder)).isEqualTo(commands(folder));
    }

    /** Of two options of one name Karaf fills either. */
    @ParameterizedTest
    @MethodSource("folders")
    void listsTakeTheOptionsOfAllListsOnce(Path folder) {
        assertThat(sources(folder).filter(text -> text.contains("extends QuycheListCommand")))
                .noneMatch(text -> LIST_OPTION.matcher(text).find());
    }

    private static Set<String> commands(Path folder) {
        return sources(folder)
                .flatMap(text -> COMMAND.matcher(text).results())
                .map(found -> found.group(1) + ":" + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
            return files
                    .filter(file -> file.getParent().endsWith("internal/shell"))
                    .map(CommandsTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> rules(Path folder) {
        return RULES.matcher(text(folder.resolve("src/main/feature/feature.xml")))
                .results()
                .flatMap(scope ->
                        RULE.matcher(scope.group(2)).results().map(rule -> scope.group(1) + ":" + rule.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
