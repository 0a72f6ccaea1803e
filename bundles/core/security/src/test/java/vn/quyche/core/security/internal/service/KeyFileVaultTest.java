package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.error.Unavailable;

class KeyFileVaultTest {

    @TempDir
    private Path data;

    private Path key() {
        return data.resolve("keys/secrets.key");
    }

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        String sealed = new KeyFileVault(key()).seal("school:1", "mã truy cập bí mật");
        assertThat(sealed).doesNotContain("bí mật").matches("[ -~]+");
        assertThat(new KeyFileVault(key()).open("school:1", sealed)).isEqualTo("mã truy cập bí mật");
    }

    @Test
    void neverSealsTwiceAlike() {
        KeyFileVault vault = new KeyFileVault(key());
        assertThat(vault.seal("a", "x")).isNotEqualTo(vault.seal("a", "x"));
    }

    @Test
    void refusesWhatWasSealedForAnotherPurposeOrChanged() {
        KeyFileVault vault = new KeyFileVault(key());
        String sealed = vault.seal("school:1", "x");
        assertThatThrownBy(() -> vault.open("school:2", sealed))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("security.secret-unreadable"));
        char last = sealed.charAt(5) == 'A' ? 'B' : 'A';
        String changed = sealed.substring(0, 5) + last + sealed.substring(6);
        assertThatThrownBy(() -> vault.open("school:1", changed)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> vault.open("school:1", "no seal")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> vault.open("school:1", "v1.AA")).isInstanceOf(Unavailable.class);
    }

    @Test
    void refusesWhatAnotherInstallationSealed() {
        String sealed = new KeyFileVault(data.resolve("other/secrets.key")).seal("a", "x");
        assertThatThrownBy(() -> new KeyFileVault(key()).open("a", sealed)).isInstanceOf(Unavailable.class);
    }

    @Test
    void keepsTheKeyToThePlatformsUser() throws IOException {
        new KeyFileVault(key()).seal("a", "x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
        assertThat(Files.list(key().getParent())).containsExactly(key());
    }
}
