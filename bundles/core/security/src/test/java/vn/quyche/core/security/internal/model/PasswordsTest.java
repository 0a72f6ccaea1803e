package vn.quyche.core.security.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;

class PasswordsTest {

    private final PasswordPolicy policy = new PasswordPolicy();
    private final Argon2 argon2 = new Argon2(64, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hoa sen nở trong ao",
                "k7mp-x3hd-9qtr",
                "Xuân Hạ Thu Đông",
                "correct horse battery",
                "😀😁😂🤣😃😄😅😆😉😊"
            })
    void acceptsGoodOnes(String password) {
        check(password);
    }

    @ParameterizedTest
    @CsvSource({
        "ngắn, security.password-too-short",
        "matkhau2026, security.password-common",
        "MậtKhẩu@2026, security.password-common",
        "1234567890, security.password-common",
        "0987654321, security.password-common",
        "aaaaaaaaaaaa, security.password-common",
        "quyche123456, security.password-common",
        "toi la lan.le day, security.password-has-name",
        "LeThiLan1990, security.password-has-name"
    })
    void refusesBadOnes(String password, String code) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields().get(0).code()).isEqualTo(code));
    }

    @Test
    void refusesHugeOnesAndControls() {
        assertThatThrownBy(() -> check("x1y2z3".repeat(1000))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> check("abc\u0000def-ghi")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> check(null)).isInstanceOf(Invalid.class);
    }

    @Test
    void hashesWithSaltAndKnowsThePasswordAgain() {
        String one = argon2.hash("hoa sen");
        String two = argon2.hash("hoa sen");
        assertThat(one).isNotEqualTo(two).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(argon2.matches(one, "hoa sen")).isTrue();
        assertThat(argon2.matches(one, "hoa Sen")).isFalse();
        assertThat(argon2.matchesNobody("hoa sen")).isFalse();
        assertThat(argon2.outdated(one)).isFalse();
        assertThat(new Argon2(128, 1).outdated(one)).isTrue();
        assertThat(new Argon2(128, 1).matches(one, "hoa sen")).isTrue();
    }

    @Test
    void agreesWithTheReferenceImplementation() {
        // From the reference command line: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(argon2.matches(reference, "password")).isTrue();
    }

    @Test
    void makesInitialPasswordsThatDifferAndPassThePolicy() {
        Secrets secrets = new Secrets();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String password = secrets.initialPassword();
            assertThat(made.add(password)).isTrue();
            check(password);
        }
        assertThat(secrets.key()).hasSize(43).isNotEqualTo(secrets.key());
    }

    @Test
    void locksForLongerAfterEachFailureUpToAQuarterOfAnHour() {
        assertThat(Backoff.USER_NAME.lockAfter(4)).isZero();
        assertThat(Backoff.USER_NAME.lockAfter(5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Backoff.USER_NAME.lockAfter(6)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Backoff.USER_NAME.lockAfter(1_000_000)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Backoff.ADDRESS.lockAfter(39)).isZero();
    }

    @Test
    void comparesUserNamesWithoutCaseAndMarks() {
        assertThat(UserNames.key("Đỗ.Ánh")).isEqualTo("do.anh");
        assertThat(UserNames.key(null)).isEmpty();
        assertThat(UserNames.key("x".repeat(1000))).hasSize(64);
        assertThat(UserNames.key("a\u0000\ud800")).isEqualTo("a??");
    }

    private void check(String password) {
        Checks checks = new Checks();
        policy.check(checks, "password", password, "lan.le", "Lê Thị Lan");
        checks.orThrow();
    }
}
