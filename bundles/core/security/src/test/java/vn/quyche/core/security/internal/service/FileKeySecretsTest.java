package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Secrets;

class FileKeySecretsTest {

    private static final String TOKEN = "mã truy cập của Trường 🙂 0123456789";

    @TempDir
    private Path data;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        String sealed = new FileKeySecrets(data).seal(TOKEN);

        assertThat(sealed).isASCII().doesNotContain("0123456789");
        assertThat(new FileKeySecrets(data).open(sealed)).isEqualTo(TOKEN);
        assertThat(new FileKeySecrets(data).open(new FileKeySecrets(data).seal("")))
                .isEmpty();
    }

    @Test
    void sealsTheSameTextDifferentlyEachTimeAndWithinThePromisedLength() {
        FileKeySecrets secrets = new FileKeySecrets(data);

        assertThat(IntStream.range(0, 100).mapToObj(i -> secrets.seal(TOKEN)).distinct())
                .hasSize(100)
                .allSatisfy(text -> assertThat(text.length())
                        .isLessThanOrEqualTo(Secrets.OVERHEAD + 2 * TOKEN.getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void makesItsKeyAtFirstUseReadableForTheOwnerAlone() throws IOException {
        FileKeySecrets secrets = new FileKeySecrets(data.resolve("not/yet"));
        Path key = data.resolve("not/yet/secrets.key");
        assertThat(key).doesNotExist();

        secrets.seal(TOKEN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
        assertThat(key.getParent())
                .isDirectoryContaining("glob:**/secrets.key")
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void manyThatBeginAtOnceShareOneKey() {
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> new FileKeySecrets(data).seal(TOKEN))
                        .toList())
                .allSatisfy(
                        text -> assertThat(new FileKeySecrets(data).open(text)).isEqualTo(TOKEN));
    }

    @Test
    void refusesWhatWasChangedCutOffOrSealedElsewhere() {
        FileKeySecrets secrets = new FileKeySecrets(data);
        String sealed = secrets.seal(TOKEN);
        char last = sealed.charAt(20);
        String changed = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertUnreadable(secrets, changed);
        assertUnreadable(secrets, sealed.substring(0, 15));
        assertUnreadable(secrets, TOKEN);
        assertUnreadable(new FileKeySecrets(data.resolve("other")), sealed);
    }

    @Test
    void saysThatTheKeyIsDamagedAndDoesNotReplaceIt() throws IOException {
        Files.writeString(data.resolve("secrets.key"), "no key");

        assertThatThrownBy(() -> new FileKeySecrets(data).seal(TOKEN))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("security.no-secret-key"));
        assertThat(data.resolve("secrets.key")).hasContent("no key");
    }

    private static void assertUnreadable(Secrets secrets, String sealed) {
        assertThatThrownBy(() -> secrets.open(sealed))
                .isInstanceOf(Unavailable.class)
                .extracting(e -> ((QuycheException) e).code())
                .isEqualTo("security.secret-unreadable");
    }
}
