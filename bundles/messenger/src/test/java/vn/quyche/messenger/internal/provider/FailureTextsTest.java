package vn.quyche.messenger.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureTextsTest {

    private static final Pattern CODE = Pattern.compile("\"(messenger\\.[a-z-]+(?:\\.[a-z-]+)?)\"");

    @Test
    void everyFailureOfAPlatformSaysWhatToDoNext() throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/i18n/messages.properties"))) {
            texts.load(in);
        }
        StringBuilder sources = new StringBuilder();
        for (String folder : List.of("provider", "service")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/vn/quyche/messenger/internal", folder))) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".java")).toList()) {
                    Files.readString(file)
                            .lines()
                            .filter(line -> line.contains("ProviderFailure.Kind") || line.contains("Failure("))
                            .forEach(sources::append);
                }
            }
        }
        assertThat(CODE.matcher(sources).results().map(found -> found.group(1)).distinct())
                .hasSizeGreaterThan(8)
                .allSatisfy(code -> assertThat(texts.stringPropertyNames()).contains(code, code + ".next"));
        for (int known : List.of(230, 233, 210, 201, 204, 205, 211, 213, 224, 237, 238, 240)) {
            assertThat(texts.stringPropertyNames())
                    .contains("messenger.zalo." + known, "messenger.zalo." + known + ".next");
        }
    }
}
