package vn.quyche.core.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.security.internal.service.SecurityPermissions;

/** Every code that the sources name has a text in both languages. */
class TextsTest {

    private static final Pattern CODE =
            Pattern.compile("(?:new [A-Z][a-z]+|checks\\.(?:add|that)|add)\\([^;]*?\"(security\\.[a-z-]+)\"");

    @Test
    void hasATextForEachCodePermissionAndRole() throws IOException {
        Set<String> keys = new TreeSet<>(codes());
        new SecurityPermissions()
                .permissions()
                .forEach(
                        permission -> keys.add("permission." + permission.name().replace(':', '.')));
        Arrays.stream(Role.values()).forEach(role -> keys.add("role." + role));
        assertThat(keys).hasSizeGreaterThan(50);
        for (String file : List.of("messages.properties", "messages_en.properties")) {
            assertThat(read(file).stringPropertyNames()).as(file).containsAll(keys);
        }
    }

    @Test
    void saysTheSameThingsInBothLanguages() throws IOException {
        assertThat(read("messages_en.properties").keySet())
                .isEqualTo(read("messages.properties").keySet());
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        // names of acts and duties, not of errors
        codes.removeIf(
                code -> code.matches(
                        "security\\.(account|role|grant|session|token|delegation|sessions|change-password|renew-system|add-system-entry|.*\\.v1)"));
        return codes;
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/i18n/" + file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
